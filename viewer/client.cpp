#include "viewer/client.hpp"

#include "model/compile.hpp"
#include "scenario/reader.hpp"

namespace assent::viewer {

std::string Client::name() const {
    if (!model.company.name.empty()) return model.company.name;
    return model.title.empty() ? path.filename().string() : model.title;
}

std::shared_ptr<const Client> open_client(const std::filesystem::path& path) {
    return make_client(path, load_scenario(path));
}

std::shared_ptr<const Client> make_client(const std::filesystem::path& path, Model model) {
    auto client = std::make_shared<Client>();
    client->path = path;
    client->plan = compile(model);
    client->picture = centre_picture(model, client->plan, model.centre.layout(), people_drawn);
    client->model = std::move(model);
    return client;
}

} // namespace assent::viewer
