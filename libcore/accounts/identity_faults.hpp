#pragma once

#include "libcore/base/result.hpp"

namespace asterism::accounts {

// Setting out for a provider.
inline constexpr Fault unknown_provider{"unknown_provider", Kind::missing,
                                        "This site does not know that provider."};
inline constexpr Fault account_required{"sign_in_required", Kind::unauthenticated,
                                        "Sign in first."};
inline constexpr Fault provider_unavailable{
    "provider_unavailable", Kind::unavailable,
    "The provider does not answer just now. Try again soon, or sign in with your password."};

// Coming back from it, in the order of the checks.
inline constexpr Fault flow_void{
    "flow_void", Kind::invalid,
    "This sign-in has expired, was used before, or began in another browser. Start again."};
inline constexpr Fault identity_cancelled{"identity_cancelled", Kind::invalid,
                                          "The sign-in was cancelled at the provider."};
inline constexpr Fault identity_refused{"identity_refused", Kind::invalid,
                                        "This sign-in did not work. Start again."};
inline constexpr Fault identity_without_email{
    "identity_without_email", Kind::invalid,
    "The provider does not tell an e-mail address, and an account here needs one."};
inline constexpr Fault log_in_first{
    "log_in_first", Kind::conflict,
    "There is an account with this address. Sign in to it, then connect the provider there."};
inline constexpr Fault identity_taken{"identity_taken", Kind::conflict,
                                      "This identity is connected to another account."};
inline constexpr Fault identity_email_conflict{
    "identity_email_conflict", Kind::conflict,
    "Another account uses the address of this identity."};

// Letting an identity go.
inline constexpr Fault unknown_identity{"unknown_identity", Kind::missing,
                                        "Your account has no such identity."};
inline constexpr Fault last_way_in{
    "last_way_in", Kind::conflict,
    "This is the only way to sign in to your account. Set a password first."};

}  // namespace asterism::accounts
