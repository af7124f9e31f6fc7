#include <charconv>
#include <concepts>
#include <type_traits>

#include "libcore/shop/snapshot.hpp"

namespace asterism::shop {
namespace {

// Parts with their lengths before them, as in the audit log's chain: "\n3:usd". Numbers are
// decimal, enums their names, lists begin with their lengths. A new form gets a new first line; one
// without a language is as it was before there were any.
constexpr std::string_view form_without_language = "asterism shop snapshot 1";
constexpr std::string_view form_with_language = "asterism shop snapshot 2";

class Writer {
public:
    explicit Writer(std::string_view form) : out(form) {}

    void part(std::string_view text) {
        out += '\n';
        out += std::to_string(text.size());
        out.append(1, ':').append(text);
    }

    void operator()(const std::string& text) { part(text); }

    void operator()(const std::int64_t& number) { part(std::to_string(number)); }

    void operator()(const bool& flag) { part(flag ? "1" : "0"); }

    void operator()(const Instant& at) { part(std::to_string(at.time_since_epoch().count())); }

    template <class Enum>
    requires std::is_enum_v<Enum>

    void operator()(const Enum& value) {
        for (const auto& [each, name] : names(value))
            if (each == value) part(name);
    }

    template <class T>
    void operator()(const std::vector<T>& list) {
        part(std::to_string(list.size()));
        for (const T& each : list) fields(*this, each);
    }

    std::string out;
};

class Reader {
public:
    Reader(std::string_view bytes, std::string_view form) : rest_(bytes) {
        good = rest_.starts_with(form);
        if (good) rest_.remove_prefix(form.size());
    }

    std::string_view part() {
        std::size_t size = 0;
        const auto colon = rest_.find(':');
        good = good && rest_.starts_with('\n') && colon != rest_.npos;
        if (!good) return {};
        const char* end = rest_.data() + colon;
        const auto [stop, error] = std::from_chars(rest_.data() + 1, end, size);
        good = error == std::errc{} && stop == end && size <= rest_.size() - colon - 1;
        if (!good) return {};
        const auto text = rest_.substr(colon + 1, size);
        rest_.remove_prefix(colon + 1 + size);
        return text;
    }

    std::int64_t number() {
        std::int64_t out = 0;
        const auto text = part();
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), out);
        good = good && error == std::errc{} && stop == text.data() + text.size();
        return out;
    }

    void operator()(std::string& text) { text = part(); }

    void operator()(std::int64_t& out) { out = number(); }

    void operator()(bool& flag) { flag = part() == "1"; }

    void operator()(Instant& at) { at = Instant{Instant::duration{number()}}; }

    template <class Enum>
    requires std::is_enum_v<Enum>

    void operator()(Enum& value) {
        const auto text = part();
        for (const auto& [each, name] : names(value))
            if (name == text) value = each;
    }

    template <class T>
    void operator()(std::vector<T>& list) {
        for (auto count = number(); good && count > 0; --count) fields(*this, list.emplace_back());
    }

    bool good = false;

private:
    std::string_view rest_;
};

// What there is to write and to read, once for both.

template <class S, class Of>
concept Is = std::same_as<std::remove_const_t<S>, Of>;

void fields(auto& see, Is<Money> auto& money) {
    see(money.minor);
    see(money.currency);
}

void fields(auto& see, Is<SnapshotLine> auto& line) {
    see(line.sku.value);
    for (auto* text : {&line.product, &line.title, &line.title_url, &line.color, &line.size,
                       &line.description, &line.picture})
        see(*text);
    see(line.quantity);
    fields(see, line.each);
    fields(see, line.discount);
}

void fields(auto& see, Is<SnapshotCode> auto& code) {
    see(code.id.value);
    see(code.code);
    see(code.description);
    see(code.kind);
    see(code.amount);
    fields(see, code.order_minimum);
    see(code.combinable);
    see(code.counts);
}

void fields(auto& see, Is<Totals> auto& totals) {
    for (auto* amount : {&totals.items, &totals.item_discount, &totals.shipping,
                         &totals.shipping_discount, &totals.total})
        fields(see, *amount);
}

void fields(auto& see, Is<Snapshot> auto& snapshot) {
    see(snapshot.reference);
    see(snapshot.cart.value);
    see(snapshot.owner.account.value);
    see(snapshot.owner.visitor);
    see(snapshot.email);
    see(snapshot.currency);
    see(snapshot.needs_address);
    see(snapshot.live);
    see(snapshot.promotions);
    see(snapshot.lines);
    see(snapshot.codes);
    see(snapshot.shipping.id.value);
    see(snapshot.shipping.identifier);
    see(snapshot.shipping.carrier);
    fields(see, snapshot.totals);
    see(snapshot.made_at);
    if (snapshot.language) see(*snapshot.language);
}

}  // namespace

std::string canonical(const Snapshot& snapshot) {
    Writer writer(snapshot.language ? form_with_language : form_without_language);
    fields(writer, snapshot);
    return std::move(writer.out);
}

std::optional<Snapshot> read_canonical(std::string_view bytes) {
    Snapshot out;
    if (bytes.starts_with(form_with_language)) out.language.emplace();
    Reader reader(bytes, out.language ? form_with_language : form_without_language);
    fields(reader, out);
    if (!reader.good || canonical(out) != bytes) return std::nullopt;
    return out;
}

}  // namespace asterism::shop
