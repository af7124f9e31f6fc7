#include "shells/cli/output.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <termios.h>
#include <unistd.h>

#include <fmt/format.h>

#include "libcore/base/text.hpp"
#include "shells/cli/trouble.hpp"

namespace asterism::cli {
namespace {

/// What the terminal was like before; a signal handler reaches nothing but globals.
termios usual_terminal = {};

/// Ctrl-C at a prompt ends the program, but not without the terminal's echo.
void restore_and_end(int signal) {
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual_terminal);
    std::signal(signal, SIG_DFL);
    static_cast<void>(std::raise(signal));
}

/// Keeps the terminal from showing what is typed, for the time of its life.
class Unseen {
public:
    Unseen() {
        if (::tcgetattr(STDIN_FILENO, &usual_terminal) != 0) return;
        std::signal(SIGINT, &restore_and_end);
        std::signal(SIGTERM, &restore_and_end);
        auto silent = usual_terminal;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        changed_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }

    ~Unseen() {
        if (changed_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual_terminal);
        std::signal(SIGINT, SIG_DFL);
        std::signal(SIGTERM, SIG_DFL);
    }

    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

private:
    bool changed_ = false;
};

std::string cell(std::string_view text) {
    std::string out(text);
    std::ranges::replace_if(
        out, [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; }, '?');
    return out;
}

std::size_t width_of(std::string_view text) {
    return is_plain_utf8(text) ? code_points(text) : text.size();
}

}  // namespace

void print(std::string_view text) {
    const bool written =
        std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (!written)
        throw Trouble(Exit::unavailable, "The output cannot be written.",
                      "Whoever read it has gone, or the disk is full.", "Try again.");
}

void say(std::string_view line) {
    const auto text = std::string(line) + '\n';
    std::fwrite(text.data(), 1, text.size(), stderr);
}

std::string columns(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], width_of(row[i]));
    }
    std::string out;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out += cell(row[i]);
            if (i + 1 < row.size()) out.append(widths[i] - width_of(row[i]) + 2, ' ');
        }
        while (out.ends_with(' ')) out.pop_back();
        out += '\n';
    }
    return out;
}

std::string read_password(std::string_view prompt) {
    const bool asked = ::isatty(STDIN_FILENO) == 1;
    std::string out;
    {
        const Unseen unseen;
        if (asked) std::fwrite(prompt.data(), 1, prompt.size(), stderr);
        std::getline(std::cin, out);
    }
    if (asked) say("");
    if (out.ends_with('\r')) out.pop_back();
    if (out.empty())
        throw Trouble(Exit::misused, "There is no password.", "Standard input gave an empty line.",
                      "Type one, or give it by --password-stdin.");
    return out;
}

std::string read_new_password(bool once) {
    auto password = read_password("Password: ");
    if (!once && password != read_password("Once more: "))
        throw Trouble(Exit::misused, "The two passwords are not the same.",
                      "They are not shown while you type.", "Try again.");
    return password;
}

std::string read_input(std::size_t most) {
    std::string out;
    for (std::istreambuf_iterator<char> in(std::cin), end; in != end; ++in) {
        out += *in;
        if (out.size() > most)
            throw Trouble(Exit::misused, "The input is too long.",
                          fmt::format("Standard input gave more than {} MiB.", most >> 20U),
                          "Give less.");
    }
    return out;
}

}  // namespace asterism::cli
