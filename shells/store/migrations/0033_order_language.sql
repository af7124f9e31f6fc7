-- What a guest's mails about his order are written in, as he asked for it when he went to pay; an account's
-- are in the account's language. NULL: nobody said.
ALTER TABLE shop_order ADD COLUMN language TEXT
    CHECK (language = 'en' OR language = 'es' OR language = 'fr' OR language = 'ja' OR language = 'de'
        OR language = 'pt-BR' OR language = 'zh-CN' OR language = 'ko' OR language = 'it');
