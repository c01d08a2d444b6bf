#pragma once
// What is taken from the tables that Salesforce, HubSpot, Pipedrive, Dynamics and SuiteCRM export.
#include "scenario/crm_values.hpp"

#include <optional>
#include <string>
#include <vector>

namespace assent {

/// Limits on what is read; beyond them a clear error.
inline constexpr std::size_t crm_rows_limit = 200'000;
inline constexpr std::size_t crm_bytes_limit = 256u << 20;

/// One line of the table of contacts; empty where it says nothing.
struct CrmContact {
    std::vector<std::string> ids; ///< several when lines were merged
    std::string name, title, department, roles, support, influence;
    std::string manager; ///< name or id of whom he reports to
    std::string company, company_id;
    std::string same_person; ///< address and last name: who agrees in it is the same person; gone when that is settled
    int line = 0;
};

enum class CrmDealState : std::uint8_t { open, won, lost };

/// One line of the table of opportunities.
struct CrmDeal {
    std::string id, name, stage, currency, competitor;
    std::string contact, role; ///< of one person in this deal
    std::string company, company_id;
    CrmDealState state = CrmDealState::open;
    std::optional<double> amount; ///< > 0
    std::optional<Date> close;    ///< expected or done
    int line = 0;
};

template <class Record> struct CrmTable {
    std::string name; ///< of the file, for messages
    std::vector<Record> records;
    bool has_company = false; ///< does a column say whose they are
    std::vector<std::string> notes;
};

/// Reads the contacts from a file ("-": standard input). Nothing but names, titles, departments, roles, support,
/// influence, managers and companies is kept. Throws UserError with file, line, reason and remedy.
CrmTable<CrmContact> read_crm_contacts(const std::string& path);
/// Reads the opportunities; dates that do not begin with the year stand in this order.
CrmTable<CrmDeal> read_crm_deals(const std::string& path, DateOrder order);

/// The same from text.
CrmTable<CrmContact> parse_crm_contacts(std::string_view text, const std::string& name);
CrmTable<CrmDeal> parse_crm_deals(std::string_view text, const std::string& name, DateOrder order);

/// Notes that are alike as one: the first few examples, then how many more there are.
class Examples {
  public:
    explicit Examples(std::string what) : what_(std::move(what)) {}
    void add(std::string example);
    [[nodiscard]] std::size_t count() const { return count_; }
    /// "what: first, second and 3 more" as a further note, when there is an example.
    void tell(std::vector<std::string>& notes) const;

  private:
    std::string what_;
    std::vector<std::string> shown_;
    std::size_t count_ = 0;
};

} // namespace assent
