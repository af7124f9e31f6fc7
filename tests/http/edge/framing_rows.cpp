// Where a request ends: what two readers in a row could be made to disagree about.

#include "tests/http/edge/rows.hpp"

using namespace std::string_literals;

namespace asterism::http::testing {
namespace {

std::string coded(std::string_view value) {
    return post_with("Transfer-Encoding: " + std::string(value) + "\r\n", "0\r\n\r\n");
}

std::string long_as(std::string_view value) {
    return post_with("Content-Length: " + std::string(value) + "\r\n", "{}");
}

std::string old(std::string_view lines) {
    return "POST /v1/sessions HTTP/1.0\r\n" + std::string(host_line) + std::string(json_line) +
           std::string(lines) + "\r\n0\r\n\r\n";
}

}  // namespace

Rows coding_rows() {
    return {
        {"coding identity", 501, coded("identity")},
        {"coding gzip", 501, coded("gzip")},
        {"coding deflate on a GET", 501, get_with("Transfer-Encoding: deflate\r\n")},
        {"coding with a letter before", 501, coded("xchunked")},
        {"coding with a letter behind", 501, coded("chunkedx")},
        {"coding in quotes", 501, coded("\"chunked\"")},
        {"coding with a Kelvin sign", 501,
         coded("chun\xE2\x84\xAA"
               "ed")},
        {"coding empty", 400, coded("")},
        {"coding that is a comma", 400, coded(",")},
        {"chunked, then gzip", 400, coded("chunked, gzip")},
        {"gzip, then chunked", 400, coded("gzip, chunked")},
        {"chunked twice in one field", 400, coded("chunked, chunked")},
        {"chunked twice without a blank", 400, coded("chunked,chunked")},
        {"chunked and nothing", 400, coded("chunked,")},
        {"chunked with a parameter", 400, coded("chunked;q=1")},
        {"chunked in two fields", 400,
         post_with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
        {"chunked and identity in two fields", 400,
         post_with("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n")},
        {"identity and chunked in two fields, one in capitals", 400,
         post_with("Transfer-Encoding: identity\r\nTRANSFER-ENCODING: chunked\r\n", "0\r\n\r\n")},
        {"coding with a blank before the colon", 400,
         post_with("Transfer-Encoding : chunked\r\n", "0\r\n\r\n")},
        {"coding with a blank before the name", 400,
         post_with(" Transfer-Encoding: chunked\r\n", "0\r\n\r\n")},
        {"coding folded under another field", 400,
         post_with("X: y\r\n Transfer-Encoding: chunked\r\n", "0\r\n\r\n")},
        {"coding folded under its own name", 400,
         post_with("Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n")},
        {"coding behind a vertical tab", 400, coded("\vchunked")},
        {"coding with NUL behind", 400, coded("chunked\0"s)},
        {"coding behind a bare line feed", 400,
         post_with("X: y\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
        {"coding behind a bare carriage return", 400,
         post_with("X: y\rTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
        {"coding and length", 400,
         post_with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n")},
        {"length and coding", 400,
         post_with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
        {"coding and length nought", 400,
         post_with("Transfer-Encoding: chunked\r\nContent-Length: 0\r\n", "0\r\n\r\n")},
        {"coding that is unknown, and length", 400,
         post_with("Transfer-Encoding: x\r\nContent-Length: 2\r\n", "{}")},
        {"coding on HTTP/1.0", 400, old("Transfer-Encoding: chunked\r\n")},
        {"coding on HTTP/1.0, kept alive", 400,
         old("Connection: keep-alive\r\nTransfer-Encoding: chunked\r\n")},
        {"coding and length on HTTP/1.0", 400,
         old("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n")},
        {"a field that is only like the coding", 400,
         post_with("Transfer_Encoding: chunked\r\nContent-Length: 2\r\n", "{}"), After::open},
        {"chunked in capitals behind a tab", 400, coded("\tCHUNKED\t"), After::open},
    };
}

Rows length_rows() {
    return {
        {"length twice, equal", 400, post_with("Content-Length: 2\r\nContent-Length: 2\r\n", "{}")},
        {"length twice, different", 400,
         post_with("Content-Length: 2\r\nContent-Length: 30\r\n", "{}")},
        {"length twice, one in small letters", 400,
         post_with("Content-Length: 0\r\ncontent-length: 2\r\n", "{}")},
        {"length as a list", 400, long_as("2, 2")},
        {"length as a list of two", 400, long_as("2,30")},
        {"length with a plus", 400, long_as("+2")},
        {"length below nought", 400, long_as("-2")},
        {"length in hex", 400, long_as("0x2")},
        {"length with an underscore", 400, long_as("1_0")},
        {"length with a point", 400, long_as("2.0")},
        {"length with an exponent", 400, long_as("2e0")},
        {"length in quotes", 400, long_as("\"2\"")},
        {"length with a blank inside", 400, long_as("1 1")},
        {"length with a semicolon", 400, long_as("2;")},
        {"length in wide digits", 400, long_as("\xEF\xBC\x92")},
        {"length empty", 400, long_as("")},
        {"length behind a form feed", 400, long_as("\f2")},
        {"length with NUL behind", 400, long_as("2\0"s)},
        {"length of sixteen digits", 400, long_as("0000000000000002")},
        {"length of 2 to the 64th, and two", 400, long_as("18446744073709551618")},
        {"length of 2 to the 32nd, and two", 413, long_as("4294967298")},
        {"length of fifteen digits", 413, long_as("999999999999999")},
        {"length with a blank before the colon", 400, post_with("Content-Length : 2\r\n", "{}")},
        {"length with a tab before the colon", 400, post_with("Content-Length\t: 2\r\n", "{}")},
        {"length folded", 400, post_with("Content-Length:\r\n 2\r\n", "{}")},
        {"length that hides a request in a body", 200,
         "GET /livez HTTP/1.1\r\n" + std::string(host_line) + "Content-Length: 36\r\n\r\n" +
             "GET /v1/docs HTTP/1.1\r\nHost: stars\r\n",
         After::open},
        {"a field that is only like the length", 400,
         post_with("Content_Length: 200\r\nContent-Length: 2\r\n", "{}"), After::open},
        {"no length, so that the rest is a request", 400, post_with(""), After::open},
        {"an expectation that is none", 417,
         post_with("Content-Length: 2\r\nExpect: 200-ok\r\n", "{}")},
        {"an expectation and one more", 417,
         post_with("Content-Length: 2\r\nExpect: 100-continue, x\r\n", "{}")},
        {"an expectation twice", 400,
         post_with("Content-Length: 2\r\nExpect: 100-continue\r\nExpect: 100-continue\r\n", "{}")},
        {"an expectation of going on with too much", 413,
         post_with("Content-Length: 65537\r\nExpect: 100-continue\r\n")},
        {"a body of one byte too many", 413,
         post_with("Content-Length: 65537\r\n", std::string(65'537, ' '))},
        {"a body of the last byte", 400,
         post_with("Content-Length: 65536\r\n", std::string(65'536, ' ')), After::open},
    };
}

Rows chunk_rows() {
    std::string dear;
    for (int i = 0; i < 20'000; ++i) dear += "1;" + std::string(200, 'e') + "\r\n \r\n";
    std::string tiny;
    for (int i = 0; i < 20'000; ++i) tiny += "1;" + std::string(20, 'e') + "\r\n \r\n";
    return {
        {"chunk size with 0x", 400, chunked("0x2\r\n{}\r\n0\r\n\r\n")},
        {"chunk size with a plus", 400, chunked("+2\r\n{}\r\n0\r\n\r\n")},
        {"chunk size with a minus", 400, chunked("-2\r\n{}\r\n0\r\n\r\n")},
        {"chunk size behind a blank", 400, chunked(" 2\r\n{}\r\n0\r\n\r\n")},
        {"chunk size before a blank", 400, chunked("2 \r\n{}\r\n0\r\n\r\n")},
        {"chunk size before a tab", 400, chunked("2\t;x\r\n{}\r\n0\r\n\r\n")},
        {"chunk size of no digit", 400, chunked("\r\n{}\r\n0\r\n\r\n")},
        {"chunk size of an extension alone", 400, chunked(";x\r\n{}\r\n0\r\n\r\n")},
        {"chunk size that is no number", 400, chunked("g\r\n{}\r\n0\r\n\r\n")},
        {"chunk size with an underscore", 400, chunked("0_2\r\n{}\r\n0\r\n\r\n")},
        {"chunk size of sixteen digits", 400, chunked("0000000000000002\r\n{}\r\n0\r\n\r\n")},
        {"chunk size that wraps round to two", 400,
         chunked("10000000000000002\r\n{}\r\n0\r\n\r\n")},
        {"chunk size of nearly everything", 413, chunked("fffffffffffffff\r\n{}\r\n0\r\n\r\n")},
        {"chunk size over the limit", 413, chunked("10001\r\n{}\r\n0\r\n\r\n")},
        {"chunks that are together over the limit", 413,
         chunked("10000\r\n" + std::string(65'536, ' ') + "\r\n1\r\n")},
        {"chunk size before a bare line feed", 400, chunked("2\n{}\r\n0\r\n\r\n")},
        {"chunk size before two carriage returns", 400, chunked("2\r\r\n{}\r\n0\r\n\r\n")},
        {"chunk before a bare line feed", 400, chunked("2\r\n{}\n0\r\n\r\n")},
        {"chunk before nothing", 400, chunked("2\r\n{}0\r\n\r\n")},
        {"chunk longer than it said", 400, chunked("2\r\n{} \r\n0\r\n\r\n")},
        {"last chunk before bare line feeds", 400, chunked("2\r\n{}\r\n0\n\n")},
        {"end before a bare line feed", 400, chunked("2\r\n{}\r\n0\r\n\n")},
        {"end without its line feed", 400, chunked("2\r\n{}\r\n0\r\n\rX")},
        {"extension of 64 KiB", 400, chunked("2;" + std::string(65'536, 'x') + "\r\n{}\r\n")},
        {"extension with NUL", 400, chunked("2;a\0b\r\n{}\r\n0\r\n\r\n"s)},
        {"extension with a bare carriage return", 400, chunked("2;a\rb\r\n{}\r\n0\r\n\r\n")},
        {"extension with a bare line feed", 400, chunked("2;a\nb\r\n{}\r\n0\r\n\r\n")},
        {"extension hiding an end", 400, chunked("2;\n0\r\n\r\nGET /v1/docs HTTP/1.1\r\n\r\n")},
        {"20,000 bytes with an extension of 200 each", 400, chunked(dear)},
        {"20,000 bytes with an extension of 20 each", 400, chunked(tiny)},
        {"trailer Authorization", 400, chunked("2\r\n{}\r\n0\r\nAuthorization: Bearer x\r\n\r\n")},
        {"trailer Cookie", 400, chunked("2\r\n{}\r\n0\r\nCookie: sessionid=x\r\n\r\n")},
        {"trailer X-Forwarded-For", 400,
         chunked("2\r\n{}\r\n0\r\nX-Forwarded-For: 192.0.2.1\r\n\r\n")},
        {"trailer Content-Length", 400, chunked("0\r\nContent-Length: 2\r\n\r\n{}")},
        {"trailer that was announced", 400,
         post_with("TE: trailers\r\nTrailer: X\r\nTransfer-Encoding: chunked\r\n",
                   "2\r\n{}\r\n0\r\nX: y\r\n\r\n")},
        {"trailer of 70 KB", 400,
         chunked("2\r\n{}\r\n0\r\nX: " + std::string(70'000, 'x') + "\r\n\r\n")},
        {"last chunk of many noughts, with an extension", 400,
         chunked("2;a=\"b\"\r\n{}\r\n000;c\r\n\r\n"), After::open},
    };
}

}  // namespace asterism::http::testing
