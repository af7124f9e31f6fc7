#include "tests/fakes/memory_orders.hpp"

namespace asterism::tests {

bool MemoryIncidents::add(const shop::Incident& incident) {
    return calls_.write([&] {
        for (const auto& each : tables_.incidents)
            if (each.incident.session == incident.session && each.incident.kind == incident.kind)
                return false;
        tables_.incidents.push_back({{std::ssize(tables_.incidents) + 1}, incident});
        return true;
    });
}

std::vector<shop::OpenIncident> MemoryIncidents::open(std::int64_t limit) const {
    return calls_.read([&] {
        std::vector<shop::OpenIncident> out;
        for (const auto& each : tables_.incidents)
            if (!tables_.settled.contains(each.id.value) && std::ssize(out) < limit)
                out.push_back(each);
        return out;
    });
}

bool MemoryIncidents::settle(shop::IncidentId id, AccountId, std::string_view, Instant) {
    return calls_.write([&] {
        return id.value <= std::ssize(tables_.incidents) && tables_.settled.insert(id.value).second;
    });
}

}  // namespace asterism::tests
