#include "libcore/sky/country.hpp"

#include "libcore/sky/zones_table.hpp"

namespace asterism::sky {
namespace {

// Of each zone in zones.bin the two letters that the tz database's zone.tab gives it; blank where a
// zone holds several countries (Asia/Bangkok: the north of Viet Nam) or none.
constexpr std::string_view countries{
    "CIGHETDZERMLCFGMGWMWCGBIEGMAESGNSNTZDJCMEHSLBWZWZASSUGSDRWCDNGGATGAOCDZMGQMZLSSZSOLRKETD"
    "NEMRBFBJSTLYTNNAUSUSAIAGBRARARARARARARARARARARARARAWPYCABRMXBBBRBZCABRCOUSCABRMXVEGFKYUS"
    "MXMXCRCLCABRCWGLCACAUSUSDMCABRSVCABRCACATCGDGPGTECGYCACUMXUSUSUSUSUSUSUSUSCACAJMUSUSUSBQ"
    "BOPEUSSXBRNIBRMFMQMXMXUSMXUSMXPMCAMXUYMSBSUSUSBRUSUSUSGLMXPASRUSHTTTBRPRCLCABRCACABRBRCL"
    "DOBRGLUSBLCAKNLCVIVCCAHNGLMXCAVGCACACAUSAQAQAQAUAQAQAQAQAQAQAQSJYEKZJORUKZKZTMKZIQBHAZ  "
    "RULBKGBNRULKSYBDTLAETJCYPSPSVNHKMNRUIDIDILAFRUPKNPRUINRUMYMYKWMORUIDPHOMCYRURURUKZKHIDKP"
    "QAKZKZSARUUZKRCNSGRUTWUZGEIRBTJPRUMNCNRULARURUMMRUAMPTBMESCVFOPTISGSSHFKAUAUAUAUAUAUAUAU"
    "AUAUAU  NLADRUGRRSDESKBEROHUDEMDDKIEGIGGFIIMTRJERURUUAPTSIGBLUESMTAXBYMCRUNOFRMECZLVITRU"
    "SMBARUUAMKBGSEEEALRULIVAATLTRUPLHRCHMGIOCXCCKMTFSCMVMUYTREWSNZPGNZFMCLVUTKFJTVECPFSBGUUS"
    "KIKIFMMHMHPFUMNRNUNFNCASPWPNFMPGCKMPPFKITOUMWF"};

/// By treaty nobody's; some of its zones are those of the countries that look after it.
constexpr double antarctica_from = -60;

}  // namespace

std::string_view country_at(Place place) {
    if (place.latitude.value < antarctica_from) return "AQ";
    const auto zone = zone_number_at(place);
    if (zone == 0) return {};
    const auto out = countries.substr(2 * (zone - 1), 2);
    return out == "  " ? std::string_view{} : out;
}

std::optional<NearTown> home_town(Place from) {
    const auto country = country_at(from);
    if (country == "AQ") return std::nullopt;  // nobody lives there, which takes long to find out
    return nearest_town(from, 0, country);
}

}  // namespace asterism::sky
