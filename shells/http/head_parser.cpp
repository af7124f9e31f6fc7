#include "shells/http/head_parser.hpp"

#include <cstdint>

#include <boost/beast/http/basic_parser.hpp>

namespace asterism::http {
namespace {

using boost::system::error_code;

/// Fills a Head with views into the bytes it is given.
class HeadParser final : public boost::beast::http::basic_parser<true> {
public:
    HeadParser(Head& head, std::size_t fields) : head_(head), fields_(fields) {}

private:
    using Text = boost::beast::string_view;
    using Error = boost::beast::http::error;

    void on_request_impl(boost::beast::http::verb, Text method, Text target, int version,
                         error_code&) override {
        head_.method = method;
        head_.request.target = target;
        head_.version = version;
    }

    void on_field_impl(boost::beast::http::field, Text name, Text value, error_code& ec) override {
        if (head_.request.headers.size() == fields_)
            ec = Error::header_limit;
        else
            head_.request.headers.push_back({name, value});
    }

    // Heads of requests alone are read here; Body reads what follows.
    void on_response_impl(int, Text, int, error_code&) override {}

    void on_header_impl(error_code&) override {}

    void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}

    std::size_t on_body_impl(Text, error_code&) override { return 0; }

    void on_chunk_header_impl(std::uint64_t, Text, error_code&) override {}

    std::size_t on_chunk_body_impl(std::uint64_t, Text, error_code&) override { return 0; }

    void on_finish_impl(error_code&) override {}

    Head& head_;
    const std::size_t fields_;
};

}  // namespace

/// Beast is given whole heads of bounded size alone: what it does with bodies, trailers and
/// transfer codings is not strict enough to be let near them.
int read_head(std::string_view bytes, std::size_t fields, Head& head) {
    using Error = boost::beast::http::error;
    HeadParser parser(head, fields);
    parser.header_limit(static_cast<std::uint32_t>(bytes.size()));
    parser.skip(true);
    error_code error;
    parser.put(boost::asio::buffer(bytes.data(), bytes.size()), error);
    if (error == Error::header_limit) return 431;
    if (error == Error::bad_version) return bad_version(bytes);
    if (error) return 400;
    head.keep_alive = parser.keep_alive();
    return 0;
}

}  // namespace asterism::http
