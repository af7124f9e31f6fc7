#pragma once

#include <cassert>
#include <cstddef>
#include <memory>
#include <type_traits>

namespace asterism::sky {

/// A list that holds its few elements itself, so that no answer of the sky allocates.
template <class Element, std::size_t Capacity>
class ShortList {
    static_assert(std::is_trivially_copyable_v<Element>);

public:
    ShortList() {}  // leaves the unused places as they are: clearing them costs more than a search

    ShortList(const ShortList& other) : size_(other.size_) {
        std::uninitialized_copy(other.begin(), other.end(), elements_);
    }

    ShortList& operator=(const ShortList& other) {
        if (this != &other) {
            std::uninitialized_copy(other.begin(), other.end(), elements_);
            size_ = other.size_;
        }
        return *this;
    }

    static constexpr std::size_t capacity() { return Capacity; }

    std::size_t size() const { return size_; }

    bool empty() const { return size_ == 0; }

    const Element& operator[](std::size_t index) const {
        assert(index < size_);
        return elements_[index];
    }

    const Element& front() const { return (*this)[0]; }

    const Element& back() const { return (*this)[size_ - 1]; }

    const Element* begin() const { return elements_; }

    const Element* end() const { return elements_ + size_; }

    void clear() { size_ = 0; }

    /// A full list stays as it is.
    void add(const Element& element) {
        if (size_ < Capacity) std::construct_at(elements_ + size_++, element);
    }

private:
    union {
        Element elements_[Capacity];
    };

    std::size_t size_ = 0;
};

}  // namespace asterism::sky
