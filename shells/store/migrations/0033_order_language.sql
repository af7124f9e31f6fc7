-- What a guest's mails about his order are written in, as he asked for it when he went to pay; an account's
-- are in the account's language. NULL: nobody said.
ALTER TABLE shop_order ADD COLUMN language TEXT
    CHECK (language IN ('en', 'es', 'fr', 'ja', 'de', 'pt-BR', 'zh-CN', 'ko', 'it'));
