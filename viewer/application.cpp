#include "viewer/application.hpp"

#include "viewer/keys.hpp"
#include "viewer/marks.hpp"
#include "viewer/png_file.hpp"
#include "viewer/vector_picture.hpp"

#include "model/user_error.hpp"
#include "store/atomic_file.hpp"
#include "training/profile.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

/// A window four times as large shows more and larger: half of the growth goes into the size of things. What is smaller than
/// the layouts hold shows the same smaller. Steps of a quarter or an eighth, so that dragging the window's edge does not build
/// fonts all the time.
float fitting_scale(float width, float height, float pixel_ratio) {
    const float room = std::min(width / 1280, height / 800), most = std::min(width / 1024, height / 640);
    const float wanted = std::max(pixel_ratio, 1 + (room - 1) * 0.6f);
    const float fits = std::clamp(std::floor(wanted * 4 + 0.01f) / 4, 1.0f, 4.0f);
    return fits <= most ? fits : std::clamp(std::floor(most * 8 + 0.01f) / 8, 0.25f, 4.0f);
}

std::filesystem::path profile_folder(const Options& options) {
    return options.profile.empty() ? user_folder() : options.profile;
}

/// What the window opens it reads more than once, and it never waits: a pipe or device serves the command line only.
void refuse_pipe(const std::filesystem::path& path) {
    std::error_code none;
    if (path == "-" || std::filesystem::is_other(path, none))
        throw UserError(trf("{}: is no regular file; save what it holds into a .toml file", path.string()));
}

/// "assent-sweep.png" in the working folder, with a number where that exists.
std::filesystem::path free_picture_name(std::string stem, std::string_view kind) {
    std::ranges::replace(stem, ' ', '-');
    std::filesystem::path name = std::filesystem::absolute(fmt::format("assent-{}.{}", stem, kind));
    for (int number = 2; std::filesystem::exists(name); ++number)
        name.replace_filename(fmt::format("assent-{}-{}.{}", stem, number, kind));
    return name;
}

/// The part of a picture below an area of the window.
Image cut(const Image& whole, const Area& area) {
    const int left = std::clamp(int(std::floor(area.x)), 0, whole.width),
              top = std::clamp(int(std::floor(area.y)), 0, whole.height);
    Image part;
    part.width = std::clamp(int(std::ceil(area.max().x)), left, whole.width) - left;
    part.height = std::clamp(int(std::ceil(area.max().y)), top, whole.height) - top;
    for (int y = 0; y < part.height; ++y) {
        const auto row = whole.pixels.begin() + std::ptrdiff_t(top + y) * whole.width + left;
        part.pixels.insert(part.pixels.end(), row, row + part.width);
    }
    return part;
}

} // namespace

Application::Application(const Options& options)
    : options_(options), profile_(load_profile(profile_folder(options))), screens_(all_screens()) {
    look_.theme = make_theme(options.theme.value_or(profile_.theme));
    set_language(options.language.value_or(profile_.language));
    desk_.seed = options.seed;
    desk_.rollouts = options.rollouts;
    desk_.recent = profile_.recent;
    desk_.folder = profile_.folder;
    if (options_.snapshot.empty()) {
        keep_sessions();
        desk_.training = options.profile.empty() ? usual_profile() : options.profile / "training.db";
    }
    for (const auto& screen : screens_) screen->take_client(desk_);
    if (!options.file.empty()) open(options.file);
    if (!options.screen.empty()) show(options.screen);
}

void Application::keep_sessions() try {
    const std::filesystem::path journals = desk_.folder / "sessions";
    make_folder(journals, tr("sessions and settings"));
    desk_.journals = journals;
} catch (const UserError& error) {
    tell(error.what());
}

void Application::save_profile() {
    desk_.recent = profile_.recent;
    if (!desk_.journals.empty()) profile_.save();
}

void Application::tell(const std::string& problem) { problem_ += (problem_.empty() ? "" : "\n\n") + problem; }

Application::~Application() { desk_.waker->set({}); }

bool Application::prepare(float width, float height, float pixel_ratio) {
    if (picture_ && --picture_in_ == 0) save_picture(); // of the frame before, which is whole only now
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {width, height};
    const float scale = fitting_scale(width, height, pixel_ratio);
    if (look_.fonts.text != nullptr && scale == look_.scale) return false;
    look_.scale = scale;
    look_.fonts = build_fonts(*io.Fonts, scale);
    io.FontDefault = look_.fonts.text;
    apply_style(look_.theme, scale);
    return true;
}

void Application::set_theme(ThemeKind kind) {
    look_.theme = make_theme(kind);
    profile_.theme = kind;
    apply_style(look_.theme, look_.scale);
}

void Application::open(const std::filesystem::path& path, const std::string& then_shown) try {
    refuse_pipe(path);
    const auto takes = std::ranges::find_if(screens_, [&](const auto& screen) { return screen->opens(path); });
    if (takes != screens_.end()) {
        shown_ = static_cast<std::size_t>(takes - screens_.begin());
        if (auto client = (*takes)->client()) desk_.client = std::move(client);
        if (!then_shown.empty()) show(then_shown);
        profile_.remember(path);
        save_profile();
        return;
    }
    leave(path, [this, client = open_client(path), then_shown] { take(client, then_shown); });
} catch (const UserError& error) {
    tell(error.what());
    std::error_code none;
    if (std::filesystem::exists(path, none) || none) return;
    profile_.forget(path);
    desk_.recent = profile_.recent;
}

void Application::take(std::shared_ptr<const Client> client, const std::string& then_shown) try {
    desk_.client = std::move(client);
    for (const auto& screen : screens_) screen->take_client(desk_);
    for (const auto& screen : screens_)
        if (auto question = screen->asks()) question_ = std::move(question);
    if (screens_[shown_]->name() == "start") show("rehearse");
    if (!then_shown.empty()) show(then_shown);
    profile_.remember(desk_.client->path);
    save_profile();
} catch (const UserError& error) {
    tell(error.what());
}

void Application::leave(const std::filesystem::path& to, std::function<void()> deed) {
    const auto holder = std::ranges::find_if(screens_, [&](const auto& screen) {
        const auto file = screen->unsaved();
        return file && !same_file(*file, to);
    });
    if (holder == screens_.end()) return deed();
    const auto settle = [&screen = **holder, deed = std::move(deed)](bool saved) {
        return [&screen, deed, saved](Wishes& wishes) { screen.settle_unsaved(saved, wishes, deed); };
    };
    question_ = Question{tr("Save your changes?"),
                         trf("{} has been changed in Edit and is not saved.", (*holder)->unsaved()->string()),
                         {{"save", tr("Save"), key::enter, "Enter", settle(true)},
                          {"discard", tr("Discard"), 'D', "D", settle(false)},
                          {"cancel", tr("Cancel"), key::escape, "Esc", {}}}};
}

void Application::close() {
    leave({}, [this] { closing_ = true; });
}

void Application::show(const std::string& name) {
    const auto found = std::ranges::find(screens_, name, [](const auto& screen) { return screen->name(); });
    if (found == screens_.end()) {
        std::string names;
        for (const auto& screen : screens_) names += (names.empty() ? "" : ", ") + std::string(screen->name());
        throw UserError(
            fmt::format("assent-viewer: --screen {} (there is no such screen); write one of {}", name, names));
    }
    shown_ = static_cast<std::size_t>(found - screens_.begin());
}

bool Application::settled() const { return screens_[shown_]->settled(); }

bool Application::moving() const { return picture_ || screens_[shown_]->moving(); }

std::string Application::title() const {
    return desk_.client ? desk_.client->name() + " · Assent" : std::string("Assent");
}

void Application::draw() {
    marks().clear();
    forget_cards();
    wishes_ = {};
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0f);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, look_.theme.page);
    ImGui::Begin("##window", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    handle_keys();
    Area area = Area{0, 0, size.x, size.y}.inner(look_.px(14));
    area.y -= look_.px(2);
    area.height += look_.px(2);
    draw_top_bar(area.take_top(look_.px(32), look_.px(14)));
    Frame frame{look_, desk_, wishes_, area};
    screens_[shown_]->draw(frame);
    palette_.draw(look_, palette_.is_open() ? commands() : std::vector<Command>{}, wishes_);
    draw_card_menu();
    draw_walk();
    draw_help();
    draw_problem();
    draw_question();
    ImGui::End();
    draw_notice({0, 0, size.x, size.y});
    grant();
}

void Application::save_picture() {
    const PictureWish wish = *std::exchange(picture_, {});
    draw_sharp(false);
    try {
        const ImDrawData& drawn = *ImGui::GetDrawData();
        const bool whole = wish.area.width <= 0 || wish.area.height <= 0;
        const Area area = whole ? Area{0, 0, drawn.DisplaySize.x, drawn.DisplaySize.y} : wish.area;
        if (wish.path.extension() == ".svg") {
            write_file(wish.path, svg_of(drawn, look_.fonts, {area, look_.theme.page, wish.name}));
        } else {
            const std::array textures{font_texture()};
            const Image image = rasterise(drawn, textures, look_.theme.page);
            write_file(wish.path, png_of(whole ? image : cut(image, area)));
        }
        notice_ = trf("Saved as {}", wish.path.string());
        notice_until_ = ImGui::GetTime() + 4;
    } catch (const UserError& error) {
        tell(error.what());
    }
}

void Application::grant() {
    Wishes wishes = std::move(wishes_);
    if (const auto answer = std::exchange(answer_, {})) answer(wishes);
    if (wishes.theme) set_theme(*wishes.theme);
    if (wishes.language) {
        set_language(*wishes.language);
        profile_.language = *wishes.language;
    }
    if (wishes.question) question_ = std::move(wishes.question);
    if (wishes.open)
        open(*wishes.open, wishes.show.value_or(""));
    else if (wishes.show)
        show(*wishes.show);
    if (wishes.problem) tell(*wishes.problem);
    if (wishes.picture) {
        picture_ = *wishes.picture;
        picture_in_ = 2; // the palette in which it was chosen is closed by then
        draw_sharp(picture_->path.extension() == ".svg");
    }
    if (wishes.notice) {
        notice_ = *wishes.notice;
        notice_until_ = ImGui::GetTime() + 2.5;
    }
    if (wishes.quit) close();
    if (!wishes.theme && !wishes.language) return;
    try {
        save_profile();
    } catch (const UserError& error) {
        tell(error.what());
    }
}

void Application::handle_keys() {
    if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId)) return;
    const bool left = key::walking() && ImGui::IsKeyPressed(key::escape) && !ImGui::IsAnyItemActive();
    if (key::pressed(key::f6) || left) key::walk(!key::walking());
    if (key::pressed('K', true)) palette_.open();
    for (const bool vector : {false, true})
        if (key::pressed('P', true, vector)) wishes_.picture = window_picture(vector);
    if (key::pressed(key::f1)) help_shown_ = true;
    if (key::pressed('Q', true)) wishes_.quit = true;
    for (std::size_t place = 0; place < screens_.size() && place < 9; ++place)
        if (key::pressed(static_cast<int>('1' + place), true)) wishes_.show = std::string(screens_[place]->name());
}

PictureWish Application::window_picture(bool vector) const {
    return {free_picture_name(std::string(screen().name()), vector ? "svg" : "png"), title(), {}};
}

void Application::add_card_commands(std::vector<Command>& commands, const DrawnCard& card) {
    if (card.title.empty()) return;
    for (const std::string kind : {"png", "svg"}) {
        const PictureWish wish{{}, card.title, card.area};
        const std::string stem = fmt::format("{}-{}", screen().name(), card.id);
        commands.push_back({kind == "png" ? trf("Save “{}” as PNG", card.title) : trf("Save “{}” as SVG", card.title),
                            "", [wish, stem, kind](Wishes& wishes) {
                                wishes.picture = wish;
                                wishes.picture->path = free_picture_name(stem, kind);
                            }});
    }
    if (const std::function<std::string()> table = screen().table(card.id, look_))
        commands.push_back({trf("Copy “{}” as a table", card.title), "", [table](Wishes& wishes) {
                                ImGui::SetClipboardText(table().c_str());
                                wishes.notice = tr("The table is in the clipboard, for a spreadsheet.");
                            }});
}

std::vector<Command> Application::commands() {
    std::vector<Command> all = screens_[shown_]->commands();
    for (std::size_t place = 0; place < screens_.size(); ++place) {
        const std::string name(screens_[place]->name());
        all.push_back({trf("Go to {}", screens_[place]->title()), fmt::format("Ctrl+{}", place + 1),
                       [name](Wishes& wishes) { wishes.show = name; }});
    }
    all.push_back({tr("Dark theme"), "", [](Wishes& wishes) { wishes.theme = ThemeKind::dark; }});
    all.push_back({tr("Light theme"), "", [](Wishes& wishes) { wishes.theme = ThemeKind::light; }});
    all.push_back({"English", "", [](Wishes& wishes) { wishes.language = Language::english; }});
    all.push_back({"Монгол", "", [](Wishes& wishes) { wishes.language = Language::mongolian; }});
    for (const std::filesystem::path& path : desk_.recent)
        all.push_back({trf("Open {}", path.filename().string()), "", [path](Wishes& wishes) { wishes.open = path; }});
    all.push_back({tr("Save a picture of the window"), "Ctrl+P",
                   [this](Wishes& wishes) { wishes.picture = window_picture(false); }});
    all.push_back({tr("Save a picture of the window as SVG"), "Ctrl+Shift+P",
                   [this](Wishes& wishes) { wishes.picture = window_picture(true); }});
    for (const DrawnCard& card : drawn_cards()) add_card_commands(all, card);
    all.push_back(
        {key::walking() ? tr("Walk with the arrow keys no more") : tr("Walk through the window with the arrow keys"),
         "F6", [](Wishes&) { key::walk(!key::walking()); }});
    all.push_back({tr("Help"), "F1", [this](Wishes&) { help_shown_ = true; }});
    all.push_back({tr("Quit"), "Ctrl+Q", [](Wishes& wishes) { wishes.quit = true; }});
    return all;
}

} // namespace assent::viewer
