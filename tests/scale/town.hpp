#pragma once

#include "tests/http/photo_forms.hpp"
#include "tests/store/databases.hpp"

namespace asterism::scale {

/// A database of one kind, as a site has it.
template <class Kind>
class Stored final : public app::Store {
public:
    void read(app::FunctionRef<void(app::Unit&)> work) override { engine_.read(work); }

    void write(app::Work work) override { engine_.write(work); }

    void ping() override { engine_.ping(); }

private:
    Kind database_;
    store::Engine& engine_ = database_.engine();
};

/// Ada's hill, Bob and Cleo, and whoever looks on: a site that keeps its answers.
template <class Kind>
struct Town : http::testing::SiteOver<Stored<Kind>> {
    using Base = http::testing::SiteOver<Stored<Kind>>;
    using Verb = http::Verb;
    using Value = boost::json::value;

    Town() : Base(http::LimitRules{.enabled = false}) {
        for (const auto* name : {"ada", "bob", "cleo"}) {
            this->account(name);
            this->sign_in(name);
            jars_[name] = std::exchange(this->jar, {});
        }
        place = add("Hill", 48.85, 2.35);
    }

    /// Who asks from now on; a visitor unless it is somebody.
    void be(std::string_view name) {
        who_ = name;
        this->jar = jars_[who_];
    }

    Value see(std::string_view target) {
        const auto answer = this->ask(Verb::get, target);
        CAPTURE(target);
        REQUIRE(answer.status == 200);
        return boost::json::parse(answer.content());
    }

    /// What somebody does, after which it is again asked by who asked before.
    Value act(std::string_view name, Verb verb, std::string_view target,
              std::string_view body = {}) {
        const auto before = who_;
        be(name);
        const auto answer = this->ask(verb, target, body);
        be(before);
        CAPTURE(target);
        CAPTURE(answer.body);
        REQUIRE(answer.status / 100 == 2);
        return answer.body.empty() ? Value{} : boost::json::parse(answer.body);
    }

    std::int64_t add(std::string_view name, double latitude, double longitude) {
        return act("ada", Verb::post, "/api/locations/",
                   boost::json::serialize(boost::json::object{{"name", boost::json::string(name)},
                                                              {"latitude", latitude},
                                                              {"longitude", longitude}}))
            .at("id")
            .as_int64();
    }

    Value send_photo(std::string_view name, std::string_view target) {
        const auto before = who_;
        be(name);
        const auto form = http::testing::photo_form("images", {tests::sample("wide.jpg")});
        const auto answer = this->upload(Verb::post, target, form, http::testing::form_type);
        be(before);
        CAPTURE(answer.body);
        REQUIRE(answer.status == 201);
        return boost::json::parse(answer.body).at("photos").at(0);
    }

    std::string at(std::string_view rest = {}) const {
        return "/api/locations/" + std::to_string(place) + '/' + std::string(rest);
    }

    /// The hill on every page that lists it.
    std::vector<Value> listed() {
        std::vector<Value> out;
        for (const auto* page : {"/api/locations/", "/api/locations/?sort=-average_rating",
                                 "/api/locations/?near=48.8,2.3&radius=50&sort=distance",
                                 "/api/locations/?type=viewpoint&page=1"})
            out.push_back(of_hill(see(page).at("results")));
        out.push_back(of_hill(see("/api/locations/popular_nearby/?lat=48.8&lng=2.3")));
        return out;
    }

    Value detail() { return see(at()); }

    Value mapped() {
        const auto map = see("/api/locations/map_geojson/");
        for (const auto& each : map.at("features").as_array())
            if (each.at("properties").at("id") == place) return each.at("properties");
        return {};
    }

    /// Checks that all lists say so, and the page of the place.
    void check_told(std::string_view key, const Value& wanted) {
        CAPTURE(std::string(key));
        for (const auto& each : listed()) CHECK(each.at(key) == wanted);
        CHECK(detail().at(key) == wanted);
    }

    std::int64_t place = 0;

private:
    Value of_hill(const Value& list) const {
        for (const auto& each : list.as_array())
            if (each.at("id") == place) return each;
        return {};
    }

    std::map<std::string, std::map<std::string, std::string>, std::less<>> jars_;
    std::string who_;
};

}  // namespace asterism::scale
