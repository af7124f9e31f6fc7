/// Asterism's server inside another program, beside whatever else that program does. Run without
/// words it keeps its data in a folder that goes away with it.

#include <chrono>
#include <cstdio>
#include <exception>
#include <iostream>
#include <thread>

#include "examples/serve/ask.hpp"
#include "examples/serve/folder.hpp"
#include "libcore/base/entropy.hpp"
#include "shells/app/app.hpp"
#include "shells/http/gateway.hpp"
#include "shells/http/server.hpp"
#include "shells/outside/argon2.hpp"
#include "shells/outside/digest.hpp"
#include "shells/outside/entropy.hpp"
#include "shells/outside/zones.hpp"
#include "shells/store/open.hpp"

namespace {

using namespace asterism;

Instant now() {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

/// Before the thread that serves can end, the server has to.
struct Stopping {
    ~Stopping() { server.stop(); }

    http::Server& server;
};

/// Whether the server answered.
bool serve_one_request(const std::string& folder) {
    const auto store = store::open_store("sqlite:" + folder + "/asterism.db");
    store->migrate(now());

    outside::SystemEntropy entropy;
    const outside::Sha256Fingerprint fingerprint;
    const outside::Argon2Hasher hasher(entropy);
    // A program that lives longer keeps these keys: what they have signed is void under others.
    const outside::HmacSigner signer(random_text(entropy, hex_digits, 64));
    const outside::HmacSealer sealer(random_text(entropy, hex_digits, 64));
    const outside::SystemZones zones;
    app::World world{&now, entropy, fingerprint, hasher, sealer};
    world.zones = &zones;
    app::App app(*store, world);

    http::Gateway gateway(app, signer, fingerprint, {});
    http::Server server({.port = 0}, gateway);
    const std::jthread serving([&] { server.run(); });
    const Stopping stopping{server};

    const auto answer = serve::ask(server.port(), "/v1/sky/moon?at=2026-01-03T10:03:00Z");
    std::printf("http://127.0.0.1:%u said:\n%s\n", unsigned{server.port()}, answer.c_str());

    return answer.starts_with("HTTP/1.1 200 ");
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const serve::Folder folder(argc > 1 ? argv[1] : nullptr);
        return serve_one_request(folder.path()) ? 0 : 1;
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
