#include "shells/cli/demo/words.hpp"

#include <array>
#include <span>
#include <string_view>

#include <fmt/format.h>

namespace asterism::cli::demo {
namespace {

using Words = std::span<const std::string_view>;
using std::to_array;

constexpr auto great = to_array<std::string_view>({
    "One of the best skies I have stood under.",
    "The Milky Way casts shadows here, and I mean it.",
    "Worth every bend of the road.",
    "We came for an hour and stayed until dawn.",
    "Zodiacal light right up to the zenith.",
    "So dark that I could not find the car again.",
    "I saw the Pinwheel Galaxy with the naked eye.",
    "My third visit, and it gets better each time.",
});
constexpr auto good = to_array<std::string_view>({
    "A good site, with one bright corner.",
    "Dark overhead, some glow above the horizon.",
    "Solid four stars: five if the wind had slept.",
    "Very nice for a first night with a telescope.",
    "Better than the maps had promised.",
    "Clear structure in the Milky Way from nine o'clock on.",
});
constexpr auto fair = to_array<std::string_view>({
    "All right for planets, a little bright for galaxies.",
    "A fine view, but a lamp at the car park burns all night.",
    "Clouds for most of the night, so judge me mildly.",
    "Good for a quick look, not for a long exposure.",
});
constexpr auto poor = to_array<std::string_view>({
    "Too many headlights to ever get used to the dark.",
    "The gate was locked when we came, and nobody answered.",
    "Fog in the valley and lamps above it. I will try again.",
});

constexpr auto of_observatories = to_array<std::string_view>({
    "The evening tour is short and good; book it early.",
    "Park below the dome and cover your lights.",
    "Staff let us look through the old refractor.",
    "Come for the sunset, stay outside the fence for the stars.",
});
constexpr auto of_camps = to_array<std::string_view>({
    "Pitches are flat and the warden switches the lamps off at ten.",
    "Water at the hut, no power, and that is as it should be.",
    "Put your tent on the eastern side: the sun comes late there.",
    "Quiet neighbours, and most of them had telescopes.",
});
constexpr auto of_dark_sites = to_array<std::string_view>({
    "There are benches that one can lie on.",
    "The rangers lend red torches.",
    "Horizon free to the south, trees to the north.",
    "My meter said 21.7 two hours after sunset.",
});
constexpr auto of_views = to_array<std::string_view>({
    "Ten minutes on foot from the road, with a rail at the edge.",
    "Wind from all sides: bring a heavy tripod.",
    "Half of the panorama is sky, the other half is silence.",
    "There is room for three or four cars, no more.",
});

constexpr auto closings = to_array<std::string_view>({
    "Dew came at two, so bring a heater band.",
    "Bring warm clothes, even in July.",
    "No signal on the phone, which helps.",
    "Please leave it as you found it.",
    "New moon is the time to go.",
    "The last two kilometres are gravel.",
    "A fox kept us company.",
    "I shall be back in spring.",
    "Limiting magnitude 6.6 by my count.",
    "We counted thirty meteors before midnight.",
    "Take the eastern track when it has rained.",
    "Saturn was steady as a picture.",
});

constexpr auto to_others = to_array<std::string_view>({
    "Thank you, this is just what I wanted to know.",
    "Was the road open all the way up?",
    "I was there the week after, and found it the same.",
    "Which month was that?",
    "Agreed, and the southern horizon is even better from the hut.",
    "How cold did it get?",
    "Next new moon? I would bring the big binoculars.",
    "You were lucky. We had fog until three.",
    "The lamp at the car park has been switched off since.",
    "Did you need a permit for the night?",
    "Good notes. I have put it on my list.",
    "Is there room for a tent beside the car?",
    "My meter agrees with yours to the second digit.",
    "Take a windbreak, the saddle is worse than it looks.",
});
constexpr auto to_readers = to_array<std::string_view>({
    "Thanks, all! It was in the last week before new moon.",
    "The road is open from May to October.",
    "No permit needed, only a shut gate behind you.",
    "About four degrees below zero at dawn.",
});

constexpr auto captions = to_array<std::string_view>({
    "Milky Way, 20 seconds at f/2.8",
    "Before the Moon rose",
    "Looking south",
    "Airglow and one meteor",
    "Half past two, and warm enough",
    "The ridge at midnight",
    "Last light in the west",
    "Fifteen frames, stacked",
});
constexpr auto nicknames = to_array<std::string_view>({
    "New moon spot",
    "Where I saw the comet",
    "Family holiday",
    "With the club",
    "Next spring",
    "The quiet one",
    "Perseids",
    "Ask for the key first",
});

constexpr auto first_words = to_array<std::string_view>({
    "amber",
    "autumn",
    "bright",
    "cobalt",
    "distant",
    "drifting",
    "early",
    "gentle",
    "hidden",
    "late",
    "northern",
    "pale",
    "quiet",
    "silver",
    "southern",
    "wandering",
});
constexpr auto second_words = to_array<std::string_view>({
    "aquila",
    "badger",
    "cygnus",
    "draco",
    "ember",
    "falcon",
    "heron",
    "lynx",
    "lyra",
    "marten",
    "moth",
    "nightjar",
    "orion",
    "owl",
    "perseus",
    "vega",
});

Words openings(int stars) {
    if (stars == 5) return great;
    if (stars == 4) return good;
    if (stars == 3) return fair;
    return poor;
}

Words details(places::Type type) {
    switch (type) {
        case places::Type::observatory: return of_observatories;
        case places::Type::campground: return of_camps;
        case places::Type::dark_sky_site: return of_dark_sites;
        case places::Type::viewpoint:
        case places::Type::other: break;
    }
    return of_views;
}

}  // namespace

std::string review_text(Dice& dice, int stars, places::Type type) {
    std::string out(dice.one_of(openings(stars)));
    if (dice.chance(0.7)) out.append(" ").append(dice.one_of(details(type)));
    if (dice.chance(0.6)) out.append(" ").append(dice.one_of(Words(closings)));
    return out;
}

std::string comment_text(Dice& dice, bool own_review) {
    return std::string(dice.one_of(own_review ? Words(to_readers) : Words(to_others)));
}

std::string description_of(Dice& dice, places::Type type) {
    const auto all = details(type);
    const auto first = dice.below(all.size());
    return fmt::format("{} {} {}", all[first], all[(first + 1) % all.size()],
                       dice.one_of(Words(closings)));
}

std::string summary_text(Dice& dice, places::Type type) {
    return fmt::format("Most who wrote found the night sky here dark and would come again. {} {}",
                       dice.one_of(details(type)), dice.one_of(Words(closings)));
}

std::string caption_text(Dice& dice) { return std::string(dice.one_of(Words(captions))); }

std::string nickname_text(Dice& dice) { return std::string(dice.one_of(Words(nicknames))); }

std::string quiet_handle(std::size_t number) {
    // Neighbours in number share neither word.
    const auto first = number % first_words.size();
    const auto second = (number / first_words.size() + 5 * first) % second_words.size();
    return fmt::format("{}-{}", first_words[first], second_words[second]);
}

}  // namespace asterism::cli::demo
