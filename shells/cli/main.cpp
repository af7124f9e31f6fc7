#include <csignal>
#include <exception>
#include <string>
#include <vector>

#include "shells/app/store.hpp"
#include "shells/cli/arguments.hpp"
#include "shells/cli/output.hpp"
#include "shells/cli/trouble.hpp"

namespace {

using namespace std::string_literals;
using asterism::cli::Exit;

Exit run(const std::vector<std::string>& words) {
    const auto command = asterism::cli::parse(words);
    if (command.verb) return command.verb->run(command.arguments);
    asterism::cli::print(command.text);
    return Exit::done;
}

Exit run_guarded(const std::vector<std::string>& words) {
    try {
        return run(words);
    } catch (const asterism::cli::Trouble& trouble) {
        asterism::cli::say(trouble.what());
        return trouble.exit();
    } catch (const asterism::app::StoreUnavailable& failure) {
        asterism::cli::say("The database does not answer.\n"s + failure.what() +
                           "\nSee whether it runs; `asterism doctor` tells more.");
        return Exit::unavailable;
    } catch (const asterism::app::NoZones& failure) {
        asterism::cli::say("The clocks of the world cannot be told.\n"s + failure.what() +
                           "\nInstall the system's time zones: the package tzdata.");
        return Exit::unavailable;
    } catch (const asterism::app::Busy&) {
        asterism::cli::say("Too much to do just now.\nThis process is busy.\nTry again soon.");
        return Exit::unavailable;
    } catch (const std::exception& bug) {
        asterism::cli::say("This is a fault of asterism: "s + bug.what());
        return Exit::bug;
    }
}

}  // namespace

int main(int count, char** words) {
    std::signal(SIGPIPE, SIG_IGN);
    return static_cast<int>(run_guarded({words + (count > 0 ? 1 : 0), words + count}));
}
