/// Signs what stands on standard input as the stand-in signs its calls, for a test that shows it to
/// Stripe's own library.
///
///   stripe_sign SECRET < BODY

#include <chrono>
#include <iostream>
#include <iterator>
#include <string>

#include "shells/outside/stripe_signature.hpp"

int main(int count, char** words) {
    if (count != 2) return 2;
    const std::string body(std::istreambuf_iterator<char>(std::cin), {});
    const auto now =
        std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    std::cout << asterism::outside::signed_header(words[1], body, now) << '\n';
}
