#include "store/strong_id.hpp"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>

namespace assent {

std::string strong_id(std::string_view text) {
    static const boost::uuids::name_generator_sha1 generator(boost::uuids::ns::oid());
    return boost::uuids::to_string(generator(text.data(), text.size()));
}

} // namespace assent
