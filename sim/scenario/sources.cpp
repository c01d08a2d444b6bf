#include "scenario/sources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace assent {
namespace {

constexpr std::size_t include_count_limit = 256; ///< files that one scenario may draw in

struct FileText {
    std::string text;
    std::string why; ///< not empty: it could not be read
    std::string remedy;
};

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// Reads to the end, but never more than the limit.
FileText read_stream(std::FILE* stream) {
    FileText result;
    std::vector<char> block(1 << 16);
    std::size_t count = 0;
    while ((count = std::fread(block.data(), 1, block.size(), stream)) > 0) {
        if (result.text.size() + count > scenario_bytes_limit) {
            return {"", fmt::format("larger than {} MB", scenario_bytes_limit >> 20), "split it with include"};
        }
        result.text.append(block.data(), count);
    }
    if (std::ferror(stream) != 0) {
        return {"", std::strerror(errno), "give a file that can be read"};
    }
    return result;
}

/// Reads a regular file, or a pipe when that is allowed (`assent run <(generate)`): a device may never end.
FileText read_file(const std::filesystem::path& path, bool pipe_allowed) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) {
        return {"", "no such file", "check the path"};
    }
    if (std::filesystem::is_directory(status)) {
        return {"", "is a folder", "name a .toml file in it"};
    }
    if (!std::filesystem::is_regular_file(status) && !(pipe_allowed && std::filesystem::is_fifo(status))) {
        return {"", "is no regular file", "copy what it holds into a .toml file"};
    }
    const auto size = std::filesystem::file_size(path, error);
    if (!error && std::filesystem::is_regular_file(status) && size > scenario_bytes_limit) {
        return {"", fmt::format("{} MB, more than the {} MB that are read", size >> 20, scenario_bytes_limit >> 20),
                "split it with include"};
    }
    const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
    if (file == nullptr) {
        return {"", std::strerror(errno), "give a file that can be read"};
    }
    return read_stream(file.get());
}

/// A path in messages: relative to the working folder when it lies below it, else as it is.
std::string shown(const std::filesystem::path& path) { return path.lexically_normal().string(); }

std::filesystem::path identity_of(const std::filesystem::path& path) {
    std::error_code error;
    auto canonical = std::filesystem::weakly_canonical(path, error);
    return error ? path.lexically_normal() : canonical;
}

} // namespace

Value Sources::read(const std::filesystem::path& path) {
    const bool standard_input = path == "-";
    SourceFile& file = files_.emplace_back(SourceFile{standard_input ? "stdin" : shown(path), "", 0});
    FileText content = standard_input ? read_stream(stdin) : read_file(path, true);
    if (!content.why.empty()) {
        findings_.error_in(file, content.why, content.remedy);
        return {};
    }
    file.text = std::move(content.text);
    chain_.push_back(standard_input ? path : identity_of(path));
    return parse(file, standard_input ? std::filesystem::path() : path.parent_path());
}

Value Sources::read_text(std::string text, std::string name, const std::filesystem::path& folder) {
    SourceFile& file = files_.emplace_back(SourceFile{std::move(name), std::move(text), 0});
    if (file.text.size() > scenario_bytes_limit) {
        findings_.error_in(file, fmt::format("larger than {} MB", scenario_bytes_limit >> 20), "split it with include");
        return {};
    }
    chain_.push_back(identity_of(folder / file.name));
    return parse(file, folder);
}

Value Sources::parse(SourceFile& file, const std::filesystem::path& folder) {
    Document document = parse_toml(file);
    if (document.problem) {
        findings_.add(*document.problem, file.order);
        return {};
    }
    return with_includes(std::move(document.root), folder);
}

Value Sources::with_includes(Value tree, const std::filesystem::path& folder) {
    const Value* wishes = tree.find("include");
    if (wishes == nullptr) {
        return tree;
    }
    Value base;
    if (wishes->kind == Value::Kind::array) {
        for (std::size_t i = 0; i < wishes->children.size(); ++i) {
            base =
                merged(std::move(base), read_include(wishes->children[i], fmt::format("include[{}]", i + 1), folder));
        }
    } else {
        base = read_include(*wishes, "include", folder);
    }
    std::erase_if(tree.children, [](const Value& child) { return child.key == "include"; });
    return merged(std::move(base), std::move(tree));
}

Value Sources::read_include(const Value& wish, const std::string& key, const std::filesystem::path& folder) {
    if (wish.kind != Value::Kind::text) {
        findings_.error(wish, key, fmt::format("{}, where the path of a file is wanted", wish.kind_in_words()),
                        "write include = \"shared.toml\"");
        return {};
    }
    if (replacement_ && std::filesystem::path(wish.text).filename() == company_file) {
        replaced_ = true;
        Document document = parse_toml(*replacement_);
        if (document.problem) {
            findings_.add(*document.problem, replacement_->order);
        }
        return std::move(document.root);
    }
    const std::filesystem::path path = folder / wish.text;
    const std::filesystem::path identity = identity_of(path);
    const auto seen = std::find(chain_.begin(), chain_.end(), identity);
    if (seen != chain_.end()) {
        std::string chain;
        for (auto step = seen; step != chain_.end(); ++step) {
            chain += step->filename().string() + " → ";
        }
        findings_.error(wish, key,
                        fmt::format("include goes round in a circle: {}{}", chain, identity.filename().string()),
                        "take one of them out");
        return {};
    }
    if (already_merged_.contains(identity)) {
        return {};
    }
    if (static_cast<int>(chain_.size()) > include_depth_limit || already_merged_.size() >= include_count_limit) {
        findings_.error(wish, key,
                        fmt::format("more than {} files deep or {} in all", include_depth_limit, include_count_limit),
                        "include fewer files");
        return {};
    }
    FileText content = outside_fence(identity)
                           ? FileText{"", "lies outside the folder of the scenario", "copy it there"}
                           : read_file(path, false);
    if (!content.why.empty()) {
        findings_.error(wish, key, content.why, content.remedy);
        return {};
    }
    already_merged_.insert(identity);
    SourceFile& file =
        files_.emplace_back(SourceFile{shown(path), std::move(content.text), static_cast<int>(files_.size())});
    chain_.push_back(identity);
    Value tree = parse(file, path.parent_path());
    chain_.pop_back();
    return tree;
}

bool Sources::outside_fence(const std::filesystem::path& path) const {
    if (fence_.empty()) {
        return false;
    }
    const auto relative = path.lexically_relative(identity_of(fence_));
    return relative.empty() || *relative.begin() == "..";
}

} // namespace assent
