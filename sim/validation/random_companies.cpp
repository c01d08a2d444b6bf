#include "validation/random_companies.hpp"

#include "model/company_generator.hpp"
#include "scenario/reader.hpp"

namespace assent {

std::string random_company(std::uint64_t seed) {
    CompanyWish wish;
    wish.seed = seed;
    wish.purchase = static_cast<Purchase>(seed % purchase_count);
    wish.history = seed / purchase_count % 3 == 0 ? ClientHistory::current : ClientHistory::new_client;
    Model model = generate_company(wish);
    model.strategies.clear();
    return dump_scenario(model);
}

} // namespace assent
