#include <array>

#include "shells/cli/demo/tables.hpp"

namespace asterism::cli::demo {
namespace {

using enum Portrait;

// clang-format off
constexpr std::array table{
    KnownPerson{"vera", "Vera", "Lindqvist", "Kiruna, Sweden", "I collect high places and what one sees from them. If a road ends in gravel, I have parked there.", ringed},
    KnownPerson{"caroline", "Caroline", "Okafor", "Windhoek, Namibia", "Comet hunter. A hundred sites so far, and I write down what I found at each: dew, dogs and limiting magnitude.", comet},
    KnownPerson{"tycho", "Tycho", "Marsden", "Queenstown, New Zealand", "Photographs of the Milky Way above things that do not move. One lens, one tripod, much coffee.", banded},
    KnownPerson{"hypatia", "Hypatia", "Rossi", "Asiago, Italy", "I teach the night sky to people who have never seen it. Come to one of our evenings!", sun},
    KnownPerson{"olive", "Olive", "Kamara", "Freetown, Sierra Leone", "I run this corner of the site. Write to me if something is wrong with a place.", moon},
    KnownPerson{"milo", "Milo", "Novák", "Brno, Czechia", "Weekend astronomer with a Dobsonian on the back seat.", red},
    KnownPerson{"amina", "Amina", "El Idrissi", "Ouarzazate, Morocco", "Desert nights, mint tea, globular clusters.", ringed},
    KnownPerson{"kenji", "Kenji", "Watanabe", "Okayama, Japan", "Variable stars since 1998. I measure the sky's brightness wherever I go.", ice},
    KnownPerson{"lucia", "Lucía", "Fuentes", "Vicuña, Chile", "Born under the best sky there is, and still not used to it.", banded},
    KnownPerson{"rohan", "Rohan", "Mehta", "Leh, India", "I drive over passes so that you need not ask whether the road is open.", moon},
    KnownPerson{"freya", "Freya", "Bakken", "Tromsø, Norway", "Northern lights from September to April. The rest of the year it does not get dark.", ice},
    KnownPerson{"samuel", "Samuel", "Whitefeather", "Flagstaff, Arizona", "Retired ranger. Turn your headlights off, please.", red},
    KnownPerson{"ines", "Inês", "Carvalho", "Évora, Portugal", "Binoculars only. You would not believe what fits into a rucksack then.", sun},
    KnownPerson{"bao", "Bảo", "Trần", "Đà Lạt, Vietnam", "Looking for dark places that one can reach by scooter.", comet},
    KnownPerson{"elif", "Elif", "Demir", "Antalya, Türkiye", "Planets, mostly. Saturn is my favourite, as everybody's.", ringed},
    KnownPerson{"jonas", "Jonas", "Hartmann", "Rathenow, Germany", "I helped to switch off 400 street lamps. Ask me how.", moon},
    KnownPerson{"zanele", "Zanele", "Dlamini", "Sutherland, South Africa", "Guide in the Karoo. The southern sky is the better one.", banded},
    KnownPerson{"pierre", "Pierre", "Lacroix", "Tarbes, France", "Sketches at the eyepiece, pencil on black paper.", moon},
    KnownPerson{"nora", "Nora", "Byrne", "Cahersiveen, Ireland", "Between two clouds there is always a star.", ice},
    KnownPerson{"diego", "Diego", "Quispe", "Uyuni, Bolivia", "Reflections of stars on salt, from January to March.", red},
    KnownPerson{"mei", "Mei", "Chen", "Taichung, Taiwan", "High mountain roads and meteor showers.", comet},
    KnownPerson{"anders", "Anders", "Holm", "Stege, Denmark", "Flat land, wide horizon, and the sea takes the light away.", sun},
    KnownPerson{"talia", "Talia", "Ben-Ami", "Mitzpe Ramon, Israel", "Crater rim every new moon. There is a bench.", red},
    KnownPerson{"grace", "Grace", "Mutua", "Nairobi, Kenya", "I count meteors and shooting stars of the other kind.", banded},
    KnownPerson{"otto", "Otto", "Virtanen", "Rovaniemi, Finland", "Halos, light pillars, noctilucent clouds. And stars, in winter.", ice},
};
// clang-format on

}  // namespace

std::span<const KnownPerson> known_people() { return table; }

}  // namespace asterism::cli::demo
