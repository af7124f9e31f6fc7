#include "tests/matrix/shop.hpp"

#include <fstream>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "libcore/shop/check_out.hpp"
#include "shells/outside/stripe_signature.hpp"

namespace asterism::matrix {

namespace json = boost::json;
using namespace std::chrono_literals;
using http::Verb;

namespace {

constexpr std::string_view good_letter = "Thank you\n\nWe have your order.\n";

std::string letter_path(const cli::Machine& machine) { return machine.data() + "/letter.txt"; }

json::object address_of(const shop::PostalAddress& address) {
    return {{"line1", address.line1},     {"city", address.city}, {"state", address.state},
            {"postal_code", address.zip}, {"country", "US"},      {"line2", address.line2}};
}

}  // namespace

std::string text_at(const json::value& document, std::string_view pointer) {
    boost::system::error_code trouble;
    const auto* found = document.find_pointer(pointer, trouble);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

Shop::Shop(std::unique_ptr<store::testing::Database> database, bool with_accounts)
    : members(with_accounts),
      settings(load()),
      log(logging()),
      engine(open(std::move(database))),
      queue(engine),
      worker(queue, handlers(), timing()) {
    letter(good_letter);
    furnish();
    account("sue", Role::staff);
}

store::Engine& Shop::open(std::unique_ptr<store::testing::Database> database) {
    store.database = std::move(database);
    return store.engine();
}

cli::Settings Shop::load() {
    machine.variable("ASTERISM_OPS__ALERT_TO", mailbox);
    machine.variable("ASTERISM_SHOP__MAIL_FAILURE_PREFIX", "[ORDER_EMAIL_FAILURE]");
    machine.variable("ASTERISM_SHOP__MAIL_TO_GUESTS", letter_path(machine));
    machine.variable("ASTERISM_SHOP__MAIL_TO_ACCOUNTS", letter_path(machine));
    return machine.load();
}

cli::Log::Options Shop::logging() {
    cli::Log::Options out;
    out.clock = [this] { return now; };
    out.sink = [this](std::string_view line) { log_lines.emplace_back(line); };
    return out;
}

worker::WorkerOptions Shop::timing() {
    worker::WorkerOptions out;
    out.clock = [this] { return now; };
    return out;
}

std::vector<worker::Handler> Shop::handlers() {
    return {
        worker::mail_handler(store, &server, false,
                             worker::order_mail_ear(store, cli::order_mails_of(settings, log))),
        worker::order_mail_handler(store, entropy, cli::order_mails_of(settings, log)),
        worker::alarm_handler(entropy, cli::alarms_of(settings, log)),
    };
}

void Shop::furnish() {
    store.write([&](app::Unit& unit) {
        auto& products = unit.products();
        shop::Sku sku;
        sku.product = products.add({{}, "bSusp6dBHm", "Clips", "Clips", "", "", ""}).value();
        sku.stock = {1'000};
        sku.prices = {{{350, Currency::usd}, now - std::chrono::days{1}}};
        clip = products.add_sku(sku);
        return true;
    });
}

void Shop::begin() {
    jar.clear();
    open_page();
    ++buyers;
    if (members) {
        const auto handle = "buyer" + std::to_string(buyers);
        account(handle);
        enter(handle);
    }
    form("/order/cart-add-product-sku", "sku_id=" + std::to_string(clip.value) + "&quantity=3");
}

json::value Shop::go_to_pay() {
    return http::testing::body_of(
        form("/order/create-checkout-session", "anonymous_email_address=eve%40example.org"));
}

std::string Shop::at_counter() {
    begin();
    auto session = text_at(go_to_pay(), "/session_id");
    REQUIRE_FALSE(session.empty());
    return session;
}

shop::Payment Shop::money(const std::string& session) const {
    // Each buyer's own, since mails to one address wait for each other.
    return http::testing::money_at(payments, session, "eve" + session.substr(3) + "@example.org");
}

json::value Shop::come_back(const std::string& session) {
    return http::testing::body_of(look("/order/checkout-session-success?session_id=" + session));
}

std::string Shop::event(std::string_view type, const shop::Payment& payment) {
    const bool paid = payment.state == shop::PaymentState::paid;
    json::object person{{"email", payment.email}, {"name", payment.name}};
    person["address"] = address_of(payment.billing);
    json::object session{{"id", payment.session},
                         {"object", "checkout.session"},
                         {"client_reference_id", payment.reference},
                         {"payment_intent", payment.intent},
                         {"payment_status", paid ? "paid" : "unpaid"},
                         {"mode", payment.purpose},
                         {"amount_total", payment.amount},
                         {"currency", payment.currency},
                         {"livemode", payment.live},
                         {"customer_details", std::move(person)}};
    return json::serialize(json::object{{"id", "evt_" + std::to_string(++events)},
                                        {"object", "event"},
                                        {"type", type},
                                        {"data", {{"object", std::move(session)}}}});
}

http::Response Shop::call(const std::string& body) {
    auto answer = called(Verb::post, body, outside::signed_header(secret, body, now), stripe);
    if (answer.status >= 500) unheard.push_back(body);
    return answer;
}

http::Response Shop::complete(const shop::Payment& payment) {
    return call(event("checkout.session.completed", payment));
}

http::GatewayOptions Shop::calling(const app::PaymentCalls& reader) {
    auto out = options();
    out.payment_calls = &reader;
    out.failed = [this](std::string_view id, std::string_view what) {
        log.write(cli::Level::error, "a request failed", {{"request_id", id}, {"why", what}});
    };
    return out;
}

http::Response Shop::called(Verb verb, const std::string& body, const std::string& header,
                            const app::PaymentCalls& reader) {
    http::Gateway desk{app, signer, fingerprint, calling(reader)};
    http::Request request;
    request.verb = verb;
    request.target = "/order/stripe-webhook";
    request.peer = "192.0.2.80";
    request.body = body;
    request.headers = {{"Host", "127.0.0.1:8000"}, {"Content-Type", "application/json"}};
    if (!header.empty()) request.headers.emplace_back("Stripe-Signature", header);
    http::Response response;
    desk.answer(request, response);
    return response;
}

void Shop::forbid(const std::string& verb, const std::string& table) {
    allow();
    const auto when = "CREATE TRIGGER sabotage BEFORE " + verb + " ON " + table;
    engine.write_db([&](store::Db& db) {
        db.script("-- only sqlite\n" + when +
                  " BEGIN SELECT RAISE(ABORT, 'sabotage'); END;\n"
                  "-- only postgresql\n"
                  "CREATE FUNCTION sabotage() RETURNS trigger LANGUAGE plpgsql AS"
                  " $$ BEGIN RAISE EXCEPTION 'sabotage'; END $$;\n" +
                  when + " FOR EACH ROW EXECUTE FUNCTION sabotage();\n-- both\n");
        return true;
    });
    forbidden = true;
}

void Shop::allow() {
    if (!std::exchange(forbidden, false)) return;
    engine.write_db([&](store::Db& db) {
        db.script(
            "-- only sqlite\nDROP TRIGGER sabotage;\n"
            "-- only postgresql\nDROP FUNCTION sabotage() CASCADE;\n-- both\n");
        return true;
    });
}

void Shop::letter(std::string_view text) {
    if (text.empty())
        std::filesystem::remove(letter_path(machine));
    else
        std::ofstream(letter_path(machine)) << text;
}

void Shop::mend() {
    allow();
    letter(good_letter);
    payments.trouble = nullptr;
    server.answer = {};
    for (const auto& body : std::exchange(unheard, {})) CHECK(call(body).status == 200);
}

void Shop::catch_up() {
    now += 61s;
    work();
}

bool Shop::let_go() {
    const accounts::Policy policy;
    const Caller caller;
    return static_cast<bool>(
        app.run<&shop::let_go_overdue>({std::nullopt, caller, policy}, shop::LetGoOverdue{}));
}

void Shop::work() {
    while (worker.run_due(now) > 0) {
    }
}

}  // namespace asterism::matrix
