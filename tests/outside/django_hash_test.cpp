#include "shells/outside/django_hash.hpp"

#include <string>

#include <doctest/doctest.h>

#include "shells/outside/argon2.hpp"
#include "shells/outside/entropy.hpp"

namespace asterism::outside {
namespace {

constexpr Argon2Cost cheap{64, 1, 1};

// Made by Django 3.2.25's own PBKDF2PasswordHasher, Argon2PasswordHasher, BCryptPasswordHasher and
// BCryptSHA256PasswordHasher; those of scrypt, which came with Django 4.0, by Python's
// hashlib.scrypt with dklen=64, joined as ScryptPasswordHasher.encode does. Costs are Django's
// defaults where the name says so; the others are low to be quick.
const std::string password = "Zürich Observatory 1!";
const std::string pbkdf2_default =
    "pbkdf2_sha256$260000$sa1tsa1tsa1tsa1tsa1tsa$UPam6dLhBeVUdZqjVMYG7xZBlkF+T7uO7wWrSdN0MBU=";
const std::string pbkdf2_million =  // Django 5.2's default
    "pbkdf2_sha256$1000000$sa1tsa1tsa1tsa1tsa1tsa$i25MOkwBsJUx4jA+FlwBJ7b6ogCVmRd4QNUmZYKBii4=";
const std::string pbkdf2_of_nothing =
    "pbkdf2_sha256$1$x$yb9iKunqNijXRQKUvO6LoyiwVgfOzKs1+3gaWy8rzxc=";
const std::string bcrypt_default =
    "bcrypt$$2b$12$LZSoTNW0NeJzkNi/prY/m.U4StQSV/qdQ.hkr1wGxnKgSvFAJuSvO";
const std::string bcrypt_quick =
    "bcrypt$$2b$04$tGWYxegoKQVIbq6EDT3bW.xqXzY0NUo/OuHvDmf1QqU88DFNILDwK";
const std::string bcrypt_of_80 =  // of 80 times "a"
    "bcrypt$$2b$04$/Ejunl.dk6Kl5sKvV2BA2uN4JCZfxEBFMEVKzZ40KOxNfSrgWk0jS";
const std::string bcrypt_sha256_default =
    "bcrypt_sha256$$2b$12$8NyeiUOwzbZvEqim4OTvQOoyM4np.t5gc7hjmGiSyE8iBhFKM19Ha";
const std::string bcrypt_sha256_of_80 =
    "bcrypt_sha256$$2b$04$9.I7aH5V1DgQphxZ.tAmBOPyspJqhhVcL53J9bJysY7FMt7QUI4Ee";
const std::string argon2_default =
    "argon2$argon2id$v=19$m=102400,t=2,p=8$aFFoUWdKQzR4Y1FTVFBMOVlaaDBrZg$N5qH0zqi13LeKq/KnI0pYw";
const std::string argon2_quick =
    "argon2$argon2id$v=19$m=64,t=2,p=2$Tk4zU21aeGI5eGR5ZkhQNGFqRVZ4Yw$CJwA+ZykdbwLh5N9y1vXNQ";
const std::string scrypt_default =
    "scrypt$16384$sa1tsa1tsa1tsa1tsa1tsa$8$5$l5VNIJGq7TUwZJ33Myyv/"
    "Q3x8UAAPCZuzKYWFLetFCGFuriqGTFy43gLa6hQ66CKi+4kz1Pls7wd1IdX5vJDHw==";
const std::string scrypt_quick =
    "scrypt$16$seasalt$8$1$Yhja0jv2IcbLfza98yyyQbAs4xk4n9Xgui6i3e72MOGjaV/"
    "WRGlQTgD6Pzk+EwbLag92lcQ4bodDIObTNYqqwg==";

/// The text with its first occurrence of `from` replaced.
std::string with(std::string text, std::string_view from, std::string_view to) {
    return text.replace(text.find(from), from.size(), to);
}

TEST_CASE("django hashes: the right password opens every kind, and must then be hashed anew") {
    SystemEntropy entropy;
    const Argon2Hasher hasher(entropy, {.cost = cheap});
    for (const auto& hash :
         {pbkdf2_default, pbkdf2_million, bcrypt_default, bcrypt_quick, bcrypt_sha256_default,
          argon2_default, argon2_quick, scrypt_default, scrypt_quick}) {
        CAPTURE(hash);
        CHECK(hasher.verify(hash, password));
        CHECK(hasher.outdated(hash));
        CHECK_FALSE(hasher.outdated(hasher.hash(password)));
    }
    CHECK(hasher.verify(pbkdf2_of_nothing, ""));
}

TEST_CASE("django hashes: another password opens none") {
    SystemEntropy entropy;
    const Argon2Hasher hasher(entropy, {.cost = cheap});
    for (const auto& hash : {pbkdf2_of_nothing, bcrypt_quick, bcrypt_of_80, bcrypt_sha256_of_80,
                             argon2_quick, scrypt_quick})
        for (const auto& other : {std::string("Zürich Observatory 1?"), std::string("Zürich"),
                                  std::string("x"), password + " ", std::string(1'024, 'x')}) {
            CAPTURE(hash);
            CHECK_FALSE(hasher.verify(hash, other));
        }
}

TEST_CASE("django hashes: bcrypt sees 72 bytes, bcrypt_sha256 all of them") {
    CHECK(look_at_django_hash(bcrypt_of_80, std::string(80, 'a')) == Verdict::matches);
    CHECK(look_at_django_hash(bcrypt_of_80, std::string(72, 'a') + "b") == Verdict::matches);
    CHECK(look_at_django_hash(bcrypt_of_80, std::string(1'024, 'a')) == Verdict::matches);
    CHECK(look_at_django_hash(bcrypt_of_80, std::string(71, 'a')) == Verdict::differs);
    CHECK(look_at_django_hash(bcrypt_sha256_of_80, std::string(80, 'a')) == Verdict::matches);
    CHECK(look_at_django_hash(bcrypt_sha256_of_80, std::string(81, 'a')) == Verdict::differs);
}

TEST_CASE("django hashes: an absurd cost is refused without computing, and told") {
    SystemEntropy entropy;
    int alarms = 0;
    const Argon2Hasher hasher(entropy, {.cost = cheap, .alarm = [&](auto) { ++alarms; }});
    const std::string absurd[]{
        with(pbkdf2_of_nothing, "$1$", "$2000001$"),
        with(pbkdf2_of_nothing, "$1$", "$4294967295$"),
        with(bcrypt_quick, "$04$", "$15$"),
        with(bcrypt_sha256_of_80, "$04$", "$31$"),
        with(scrypt_quick, "$16$", "$1073741824$"),  // 1 TiB
        with(scrypt_quick, "$8$1$", "$131072$1$"),   // 256 MiB
        with(scrypt_quick, "$8$1$", "$8$16385$"),    // a block too many
        with(scrypt_quick, "$8$1$", "$4294967295$4294967295$"),
        with(argon2_quick, "m=64", "m=262145"),
        with(argon2_quick, "t=2", "t=11"),
        with(argon2_quick, "m=64,t=2,p=2", "m=128,t=2,p=9"),
        argon2_default.substr(6),  // eight lanes are for hashes that Django marked
    };
    for (const auto& hash : absurd) {
        CAPTURE(hash);
        const int before = alarms;
        CHECK_FALSE(hasher.verify(hash, password));
        CHECK(alarms == before + 1);
    }
}

TEST_CASE("django hashes: what is not of a known form opens nothing and alarms nobody") {
    SystemEntropy entropy;
    const Argon2Hasher hasher(
        entropy, {.cost = cheap, .alarm = [](auto) { FAIL("this is no absurd cost"); }});
    const std::string malformed[]{
        "!",
        "!abcdef",
        "$",
        "$$$",
        "pbkdf2_sha256",
        "pbkdf2_sha256$$$",
        "md5$salt$hash",
        with(pbkdf2_of_nothing, "$1$", "$0$"),
        with(pbkdf2_of_nothing, "$1$", "$01$"),
        with(pbkdf2_of_nothing, "$1$", "$-1$"),
        with(pbkdf2_of_nothing, "$1$", "$99999999999$"),
        with(pbkdf2_of_nothing, "$x$", "$$"),
        with(pbkdf2_of_nothing, "$x$", "$" + std::string(65, 'x') + "$"),
        with(pbkdf2_of_nothing, "=", ""),
        with(pbkdf2_of_nothing, "yb9i", "yb9*"),
        "pbkdf2_sha256$1$x$",
        "pbkdf2_sha256$1$x$AAAA",
        with(pbkdf2_of_nothing, "sha256", "sha1"),
        with(bcrypt_quick, "$2b$", "$2x$"),
        with(bcrypt_quick, "$04$", "$4$"),
        with(bcrypt_quick, "$04$", "$03$"),
        with(bcrypt_quick, "$04$", "$32$"),
        with(bcrypt_quick, "$$", "$"),
        with(bcrypt_quick, "tGW", "t*W"),
        bcrypt_quick + "x",
        bcrypt_quick.substr(7),
        with(scrypt_quick, "$16$", "$15$"),
        with(scrypt_quick, "$16$", "$1$"),
        with(scrypt_quick, "$8$1$", "$0$1$"),
        with(scrypt_quick, "$8$1$", "$8$1$1$"),
        "argon2" + pbkdf2_of_nothing,
        with(argon2_quick, "argon2id", "argon2i"),
        with(argon2_quick, "argon2$", "argon2$$"),
        std::string(100'000, '$'),
    };
    for (const auto& hash : malformed) {
        CAPTURE(hash.substr(0, 90));
        CHECK_FALSE(hasher.verify(hash, password));
        CHECK_FALSE(hasher.verify(hash, ""));
        CHECK(hasher.outdated(hash));
    }
}

}  // namespace
}  // namespace asterism::outside
