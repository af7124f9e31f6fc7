#include "shells/http/codings.hpp"

#include <doctest/doctest.h>

namespace asterism::http {
namespace {

using app::Coding;

TEST_CASE("codings: the one that is liked best, and of equals the smallest") {
    for (const auto& [field, wanted] : {std::pair{"", Coding::identity},
                                        {"gzip", Coding::gzip},
                                        {"GZip", Coding::gzip},
                                        {"x-gzip", Coding::gzip},
                                        {"br", Coding::brotli},
                                        {"gzip, deflate, br", Coding::brotli},
                                        {"gzip, deflate, br, zstd", Coding::brotli},
                                        {"br;q=0.5, gzip;q=0.8", Coding::gzip},
                                        {"br;q=0.8,gzip;q=0.8", Coding::brotli},
                                        {"br ; q=0.1 , gzip ; Q=0", Coding::brotli},
                                        {"gzip;q=0", Coding::identity},
                                        {"gzip;q=0.000, br;q=0", Coding::identity},
                                        {"*", Coding::brotli},
                                        {"*;q=0", Coding::identity},
                                        {"*;q=0, gzip;q=0.001", Coding::gzip},
                                        {"br;q=0, *", Coding::gzip},
                                        {"deflate", Coding::identity},
                                        {"identity", Coding::identity},
                                        {"identity, gzip;q=0.5", Coding::identity},
                                        {"identity;q=0.5, gzip;q=0.5", Coding::gzip},
                                        {"identity;q=0, gzip;q=0.001", Coding::gzip},
                                        {"gzip;q=1.000", Coding::gzip},
                                        {",, gzip ,", Coding::gzip}}) {
        CAPTURE(field);
        CHECK(best_coding(field) == wanted);
    }
}

TEST_CASE("codings: what is no such list asks for nothing") {
    for (const auto* field :
         {"gzip;q=2", "gzip;q=1.1", "gzip;q=-1", "gzip;q=0.5555", "gzip;q=x", "gzip;q=", "gzip;q",
          "gzip;level=9", "gzip;q=0.5;q=1", "gzip;q=.5", "gzip;q=1e0"}) {
        CAPTURE(field);
        CHECK(best_coding(field) == Coding::identity);
    }
    CHECK(best_coding("br;q=nonsense, gzip") == Coding::identity);
}

}  // namespace
}  // namespace asterism::http
