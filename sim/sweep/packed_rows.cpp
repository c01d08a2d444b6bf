#include "sweep/packed_rows.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include <zstd.h>

namespace assent {
namespace {

constexpr int level = 1; ///< higher ones gain a tenth and cost as much time as the deals

/// Bits of a value, as an unsigned integer of its size.
template <std::size_t size>
using Bits = std::conditional_t<size == 1, std::uint8_t, std::conditional_t<size == 2, std::uint16_t, std::uint32_t>>;

template <class Value> auto bits_of(Value value) {
    if constexpr (std::is_floating_point_v<Value>)
        return std::bit_cast<Bits<sizeof(Value)>>(value);
    else
        return static_cast<Bits<sizeof(Value)>>(value);
}

template <class Value> void set(Value& value, Bits<sizeof(Value)> bits) {
    if constexpr (std::is_floating_point_v<Value>)
        value = std::bit_cast<Value>(bits);
    else
        value = static_cast<Value>(bits);
}

/// Visits every column, each by a function that gives its field of a row. The replicate is none: it counts up.
template <class Visit> void each_column(Visit visit) {
    visit([](auto& row) -> auto& { return row.outcome; });
    visit([](auto& row) -> auto& { return row.stage; });
    visit([](auto& row) -> auto& { return row.alternative; });
    visit([](auto& row) -> auto& { return row.pilot; });
    visit([](auto& row) -> auto& { return row.week; });
    visit([](auto& row) -> auto& { return row.meetings; });
    visit([](auto& row) -> auto& { return row.touches; });
    visit([](auto& row) -> auto& { return row.got_through; });
    visit([](auto& row) -> auto& { return row.appointments; });
    visit([](auto& row) -> auto& { return row.members_reached; });
    visit([](auto& row) -> auto& { return row.reason; });
    visit([](auto& row) -> auto& { return row.reason_holder; });
    visit([](auto& row) -> auto& { return row.price; });
    visit([](auto& row) -> auto& { return row.margin; });
    visit([](auto& row) -> auto& { return row.concession; });
    visit([](auto& row) -> auto& { return row.cost_of_sale; });
    for (std::size_t channel = 0; channel < channel_count; ++channel)
        visit([channel](auto& row) -> auto& { return row.hours[channel]; });
    visit([](auto& row) -> auto& { return row.lifetime_value; });
    visit([](auto& row) -> auto& { return row.quarters; });
    visit([](auto& row) -> auto& { return row.retained; });
    visit([](auto& row) -> auto& { return row.churn; });
    visit([](auto& row) -> auto& { return row.satisfaction; });
    visit([](auto& row) -> auto& { return row.orders; });
    visit([](auto& row) -> auto& { return row.word_of_mouth; });
    visit([](auto& row) -> auto& { return row.final_support; });
}

template <class Field> constexpr std::size_t size_of(Field field) {
    return sizeof(std::remove_cvref_t<decltype(field(std::declval<OutcomeRow&>()))>);
}

std::size_t row_size() {
    std::size_t size = 0;
    each_column([&](auto field) { size += size_of(field); });
    return size;
}

/// Column after column, the lowest byte of a value first, on any machine.
std::string columns_of(std::span<const OutcomeRow> rows) {
    std::string columns;
    columns.reserve(rows.size() * row_size());
    each_column([&](auto field) {
        for (const OutcomeRow& row : rows)
            for (std::size_t byte = 0; byte < size_of(field); ++byte)
                columns.push_back(static_cast<char>(bits_of(field(row)) >> (8 * byte) & 0xff));
    });
    return columns;
}

void read_columns(std::string_view columns, std::vector<OutcomeRow>& rows) {
    each_column([&](auto field) {
        using Value = std::remove_cvref_t<decltype(field(rows.front()))>;
        for (OutcomeRow& row : rows) {
            std::uint32_t bits = 0;
            for (std::size_t byte = 0; byte < sizeof(Value); ++byte)
                bits |= std::uint32_t{static_cast<std::uint8_t>(columns[byte])} << (8 * byte);
            set(field(row), static_cast<Bits<sizeof(Value)>>(bits));
            columns.remove_prefix(sizeof(Value));
        }
    });
}

bool has_words(const OutcomeRow& row) {
    return static_cast<int>(row.outcome) < outcome_count && static_cast<int>(row.stage) < stage_count &&
           static_cast<int>(row.pilot) < pilot_state_count && static_cast<int>(row.churn) < churn_count;
}

} // namespace

void RowPacker::see(std::span<const OutcomeRow> rows) {
    for (const OutcomeRow& row : rows) {
        waiting_.push_back(row);
        if (std::ssize(waiting_) == packed_rows_most) pack();
    }
}

std::vector<PackedRows> RowPacker::take() {
    if (!waiting_.empty()) pack();
    return std::exchange(packed_, {});
}

void RowPacker::pack() {
    const std::string columns = columns_of(waiting_);
    std::string bytes(ZSTD_compressBound(columns.size()), '\0');
    const std::size_t size = ZSTD_compress(bytes.data(), bytes.size(), columns.data(), columns.size(), level);
    if (ZSTD_isError(size) != 0) throw std::runtime_error(ZSTD_getErrorName(size));
    bytes.resize(size);
    bytes.shrink_to_fit();
    packed_.push_back({static_cast<std::int64_t>(waiting_.front().replicate), std::ssize(waiting_), std::move(bytes)});
    waiting_.clear();
}

void unpack(const PackedRows& packed, std::vector<OutcomeRow>& rows) {
    if (packed.count < 1 || packed.count > packed_rows_most) throw std::runtime_error("no such number of rows");
    std::string columns(static_cast<std::size_t>(packed.count) * row_size(), '\0');
    const std::size_t size = ZSTD_decompress(columns.data(), columns.size(), packed.bytes.data(), packed.bytes.size());
    if (ZSTD_isError(size) != 0) throw std::runtime_error(ZSTD_getErrorName(size));
    if (size != columns.size()) throw std::runtime_error("rows are missing");
    rows.assign(static_cast<std::size_t>(packed.count), {});
    read_columns(columns, rows);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].replicate = static_cast<std::uint64_t>(packed.first) + i;
    if (!std::ranges::all_of(rows, has_words)) throw std::runtime_error("a word does not exist");
}

} // namespace assent
