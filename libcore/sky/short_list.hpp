#pragma once

#include <array>
#include <cassert>
#include <cstddef>

namespace asterism::sky {

/// A list that holds its few elements itself, so that no answer of the sky allocates.
template <class Element, std::size_t Capacity>
class ShortList {
public:
    constexpr ShortList() {}  // leaves the unused places as they are: clearing them costs more

    static constexpr std::size_t capacity() { return Capacity; }

    constexpr std::size_t size() const { return size_; }

    constexpr bool empty() const { return size_ == 0; }

    constexpr const Element& operator[](std::size_t index) const {
        assert(index < size_);
        return places_[index].element;
    }

    constexpr const Element& front() const { return (*this)[0]; }

    constexpr const Element& back() const { return (*this)[size_ - 1]; }

    constexpr const Element* begin() const { return &places_[0].element; }

    constexpr const Element* end() const { return begin() + size_; }

    constexpr void clear() { size_ = 0; }

    /// A full list stays as it is.
    constexpr void add(const Element& element) {
        if (size_ < Capacity) places_[size_++].element = element;
    }

private:
    union Place {
        constexpr Place() : nothing{} {}

        char nothing;
        Element element;
    };

    std::array<Place, Capacity> places_;
    std::size_t size_ = 0;
};

}  // namespace asterism::sky
