#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "libcore/community/subjects.hpp"
#include "shells/store/db.hpp"

namespace asterism::store {

/// How one kind of thing is found. A module that keeps a kind has a row in `subject_rows`.
struct SubjectRow {
    std::string_view kind;
    community::Ballot ballot;
    Sql find;                 ///< by :id: the author's number or null, and whether it is hidden
    Sql hold;                 ///< the same, and locks the row
    std::optional<Sql> hide;  ///< by :hidden and then :id; none: it cannot be
};

std::span<const SubjectRow> subject_rows();

class SqlSubjects final : public community::Subjects {
public:
    explicit SqlSubjects(Db& db, std::span<const SubjectRow> rows = subject_rows())
        : db_(db), rows_(rows) {}

    std::optional<community::Subject> find(const SubjectRef& ref) const override;
    std::optional<community::Subject> hold(const SubjectRef& ref) override;
    void set_hidden(const SubjectRef& ref, bool hidden) override;

private:
    const SubjectRow* row_of(const SubjectRef& ref) const;

    Db& db_;
    std::span<const SubjectRow> rows_;
};

}  // namespace asterism::store
