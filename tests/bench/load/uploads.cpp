#include <algorithm>
#include <chrono>
#include <deque>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/bench/load/poll.hpp"
#include "tests/bench/load/report.hpp"
#include "tests/bench/load/scenes.hpp"
#include "tests/bench/load/side.hpp"
#include "tests/bench/load/site.hpp"

namespace asterism::bench {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr unsigned uploads = 50;
constexpr unsigned members = 10;  // a member may not send all of it in a day

std::string contents(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// The whole request by which each member sends the picture.
std::vector<std::string> requests(const Site& site, const std::string& script) {
    const Folder folder;
    const auto picture = folder.file("picture.png");
    std::istringstream lines(output_of("python3 -B " + script + " " + std::to_string(site.port()) +
                                       " " + std::to_string(members) + " " + picture));
    const auto body =
        "--frame\r\nContent-Disposition: form-data; name=\"profile_picture\"; "
        "filename=\"noise.png\"\r\nContent-Type: image/png\r\n\r\n" +
        contents(picture) + "\r\n--frame--\r\n";
    std::vector<std::string> out;
    for (std::string line; std::getline(lines, line);) {
        const auto tab = line.find('\t');
        out.push_back(
            "POST /api/users/me/upload-picture/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
            "multipart/form-data; boundary=frame\r\nCookie: " +
            line.substr(0, tab) + "\r\nX-CSRFToken: " + line.substr(tab + 1) +
            "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    }
    if (out.size() != members) throw std::runtime_error("the members could not be signed in");
    return out;
}

/// Of all files in a folder; what vanishes meanwhile counts as nothing.
double mebibytes(const std::string& folder) {
    double out = 0;
    std::error_code error;
    for (fs::recursive_directory_iterator each(folder, error), end; each != end && !error;
         each.increment(error)) {
        std::error_code gone;
        const auto size = fs::file_size(each->path(), gone);
        if (!gone) out += static_cast<double>(size) / (1024 * 1024);
    }
    return out;
}

}  // namespace

bool upload_storm(const Wanted& wanted) {
    const Site site({.program = wanted.program, .tls = false, .flags = wanted.flags});
    const auto said = requests(site, wanted.members_script);
    const LinkOptions options{.port = site.port()};
    Side side(options, 50, "/v1/sky/moon");
    std::this_thread::sleep_for(1s);
    const double disk = mebibytes(site.data());
    const double base = site.resident_mib();
    double most_disk = disk;
    double most = base;
    unsigned stored = 0;
    unsigned turned_away = 0;
    unsigned wrong = 0;
    Poll poll;
    std::deque<Link> links;
    const auto begun = Clock::now();
    for (unsigned i = 0; i < uploads; ++i) {
        Link& link = links.emplace_back(LinkOptions{.port = site.port(), .from = 0x30000 + 1 + i});
        poll.add(link);
        link.say(said[i % members]);
    }
    const auto end = begun + std::chrono::seconds(wanted.seconds);
    while (stored + turned_away + wrong < uploads && Clock::now() < end) {
        poll.wait(Clock::now() + 50ms, [&](Link& link) {
            while (const auto answer = link.answer())
                ++(answer->status == 200                            ? stored
                   : answer->status == 503 || answer->status == 429 ? turned_away
                                                                    : wrong);
        });
        most_disk = std::max(most_disk, mebibytes(site.data()));
        most = std::max(most, site.resident_mib());
    }
    const double took = std::chrono::duration<double>(Clock::now() - begun).count();
    const auto sided = side.stop();

    Report report("upload storm");
    report.note("uploads of 5 MiB at once", uploads, "");
    report.at_least("stored", stored, 1, "");
    report.note("told to come back", turned_away, "");
    report.at_most("answered otherwise, or not", uploads - stored - turned_away, 0, "");
    report.note("time for all", took, "s");
    report.at_most("others' requests, p99", p99(sided.milliseconds), 100, "ms");
    report.at_most("others' errors", sided.errors, 0, "");
    report.at_most("disk at most", most_disk - disk, 300, "MiB more");
    report.note("memory at most", most - base, "MiB more");
    return report.print();
}

}  // namespace asterism::bench
