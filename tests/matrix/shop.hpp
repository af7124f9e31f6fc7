#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "shells/cli/compose/shop.hpp"
#include "shells/outside/stripe_event.hpp"
#include "shells/store/tasks.hpp"
#include "shells/worker/worker.hpp"
#include "tests/cli/machine.hpp"
#include "tests/http/shop_site.hpp"
#include "tests/store/databases.hpp"

namespace asterism::matrix {

/// What the operators saw of one kind of alarm.
struct Alarm {
    int lines = 0;   ///< in the log
    int raised = 0;  ///< in the list that the staff sees
    int mails = 0;   ///< for the operators, in the outbox

    friend bool operator==(const Alarm&, const Alarm&) = default;
};

using Alarms = std::map<std::string, Alarm>;

/// What the database holds.
struct Rows {
    int orders = 0;
    int carts = 0;
    int incidents = 0;  ///< that are open
    int troubles = 0;   ///< the same, of orders' mails
    int mails = 0;      ///< of orders, and noted as sent

    friend bool operator==(const Rows&, const Rows&) = default;
};

/// What has changed.
Alarms operator-(Alarms after, const Alarms& before);
Rows operator-(const Rows& after, const Rows& before);

/// For comparing, and for whoever reads that it went wrong.
std::string told(const Alarms& alarms);
std::string told(const Rows& rows);

/// A database of either kind, as a site's store.
struct AnyStore final : app::Store {
    void read(app::FunctionRef<void(app::Unit&)> work) override {
        if (down) throw app::StoreUnavailable("it is down");
        engine().read(work);
    }

    void write(app::Work work) override {
        if (down) throw app::StoreUnavailable("it is down");
        engine().write(work);
    }

    void ping() override { engine().ping(); }

    store::Engine& engine() { return database->engine(); }

    std::unique_ptr<store::testing::Database> database;
    bool down = false;
};

struct AnySite : http::testing::SiteOver<AnyStore> {
    AnySite() : SiteOver(http::LimitRules{.enabled = false}) {}
};

/// A mail server that answers as it is told.
struct Server final : worker::MailTransport {
    worker::Delivery deliver(const mail::Draft& draft, Instant) override {
        tried.push_back(draft);
        return answer;
    }

    worker::Delivery answer;
    std::vector<mail::Draft> tried;
};

/// Who is to be told.
inline const std::string mailbox = "ops@example.org";

/// What calls are signed with.
inline const std::string secret = "whsec_matrix";

/// StartupWebApp's surface over a database, with the calls that Stripe signs, the worker and the
/// log of the program, and a clock that stands still until it is moved.
struct Shop : http::testing::ShopClient<AnySite> {
    Shop(std::unique_ptr<store::testing::Database> database, bool members);

    // Buying.

    /// Somebody new, with three clips in his cart: a guest, or somebody with an account.
    void begin();
    /// Goes to pay, and says what he is told.
    boost::json::value go_to_pay();
    /// Somebody new who went to pay: the session.
    std::string at_counter();
    /// The money for what is to be paid there.
    shop::Payment money(const std::string& session) const;

    /// Whoever takes the money tells of it when he is asked.
    void settle(const shop::Payment& payment) { payments.payments.push_back(payment); }

    /// The buyer is back.
    boost::json::value come_back(const std::string& session);

    // Being called.

    std::string event(std::string_view type, const shop::Payment& payment);
    /// As Stripe signs it. What is not heard is told again when all is well.
    http::Response call(const std::string& body);
    http::Response called(http::Verb verb, const std::string& body, const std::string& header,
                          const app::PaymentCalls& reader);
    /// That the buyer is through.
    http::Response complete(const shop::Payment& payment);

    // What goes wrong, and what comes of it.

    /// The database will not do that to the table any more.
    void forbid(const std::string& verb, const std::string& table);
    void allow();
    /// What orders' mails are made of; empty: there is nothing.
    void letter(std::string_view text);
    /// All is well again; what was not heard is told again.
    void mend();
    /// A minute later: what was put off is done.
    void catch_up();
    void work();
    /// Of what is held by those who did not pay in time.
    bool let_go();

    Rows rows();
    Alarms alarms();
    int lines(std::string_view part) const;
    std::int64_t count(store::Sql text);

    bool members;
    int buyers = 0;
    int events = 0;
    bool forbidden = false;
    std::vector<std::string> unheard;
    std::vector<std::string> log_lines;
    std::map<std::string, std::string> ops;  ///< the cookies of somebody of the staff
    cli::Machine machine;
    cli::Settings settings;
    cli::Log log;
    store::Engine& engine;
    shop::SkuId clip;
    Server server;
    outside::StripeCalls stripe{{secret}};
    store::SqlTaskQueue queue;
    worker::Worker worker;

private:
    http::GatewayOptions calling(const app::PaymentCalls& reader);
    cli::Settings load();
    cli::Log::Options logging();
    store::Engine& open(std::unique_ptr<store::testing::Database> database);
    std::vector<worker::Handler> handlers();
    worker::WorkerOptions timing();
    void furnish();
};

/// Empty where the answer has it not.
std::string text_at(const boost::json::value& document, std::string_view pointer);

}  // namespace asterism::matrix
