#pragma once

#include <string>

#include "shells/cli/arguments.hpp"

namespace asterism::cli {

class Composition;
class Settings;

namespace demo {

/// `serve --demo`: a site full of sample data, in a folder that is thrown away when this ends
/// unless one was named.
class Demo {
public:
    explicit Demo(const Arguments& given);
    ~Demo();
    Demo(const Demo&) = delete;
    Demo& operator=(const Demo&) = delete;

    /// What was given, with the folder.
    const Arguments& arguments() const { return given_; }

    /// Throws Trouble where sample data would harm: in production.
    void check(const Settings& settings) const;
    /// Throws Trouble if somebody is there already.
    void fill(Composition& parts);
    /// Says how to sign in.
    void introduce() const;

private:
    Arguments given_;
    std::string folder_;  ///< to be thrown away; empty: none
    std::string password_;
};

}  // namespace demo
}  // namespace asterism::cli
