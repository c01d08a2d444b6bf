#include "store/database.hpp"

#include "model/user_error.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace assent {
namespace {

/// Why, and what mends it.
std::string advice(int code, const DatabaseUse& use) {
    switch (code & 0xff) {
    case SQLITE_FULL:
        return "the disk is full); what was stored before is kept: free some space and give the same command again";
    case SQLITE_NOTADB:
        return fmt::format("is no database, or a damaged one); name {}", use.good_one);
    case SQLITE_CORRUPT:
        return fmt::format("the database is damaged); go back to a copy of it, or name another file {}", use.anew);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return "may not be written); change its permissions and those of its folder, or name another file";
    case SQLITE_CANTOPEN:
        return "cannot be opened); check that the folder exists and that you may read and write there";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fmt::format("another program has it locked for more than {} seconds); wait for it, or name another file",
                           use.patience);
    case SQLITE_IOERR:
        return "reading or writing failed); what was stored before is kept: check the disk (is it full?) and give the "
               "same command again";
    default:
        return {};
    }
}

/// A path as part of a URI (RFC 3986).
std::string escaped(const std::string& path) {
    std::string text;
    for (const char letter : path)
        text +=
            letter == '%' || letter == '?' || letter == '#' ? fmt::format("%{:02X}", letter) : std::string(1, letter);
    return text;
}

std::string uri(const std::filesystem::path& path, std::string_view how) {
    return fmt::format("file:{}?{}", escaped(std::filesystem::absolute(path).string()), how);
}

/// A store in WAL mode wants to write beside itself even to be read. Where that is not allowed it is taken as a file that
/// nobody changes, unless there is something to be read beside it.
bool settled(const std::filesystem::path& path) {
    std::error_code none;
    const std::filesystem::path log = path.string() + "-wal";
    return !std::filesystem::exists(log, none) || std::filesystem::is_empty(log, none);
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Database::Database(const std::filesystem::path& path, Mode mode, const DatabaseUse& use) : path_(path), use_(use) {
    const int flags = mode == Mode::create  ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                      : mode == Mode::write ? SQLITE_OPEN_READWRITE
                                            : SQLITE_OPEN_READONLY;
    if (mode != Mode::create && !std::filesystem::exists(path))
        throw UserError(
            fmt::format("{}: there is no such file; name the store of a sweep (assent sweep --store)", path.string()));
    try {
        open(path.string().starts_with("file:") ? "./" + path.string() : path.string(), flags); // no URI
    } catch (const UserError&) {
        if (mode != Mode::read || !settled(path)) throw;
        open(uri(path, "immutable=1"), flags);
    }
}

void Database::attach(const std::filesystem::path& path, std::string_view name) {
    const auto run_with = [&](const std::string& place) {
        prepare(fmt::format("ATTACH ? AS {}", name)).bind(0, place).run();
        (void)integer(fmt::format("PRAGMA {}.schema_version", name));
    };
    try {
        run_with(uri(path, "mode=ro"));
    } catch (const UserError&) {
        if (!settled(path)) throw;
        // It may be attached, and unreadable all the same.
        sqlite3_exec(handle_.get(), fmt::format("DETACH {}", name).c_str(), nullptr, nullptr, nullptr);
        run_with(uri(path, "immutable=1"));
    }
}

void Database::open(const std::string& name, int flags) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_URI, nullptr);
    handle_.reset(handle);
    check(code);
    sqlite3_extended_result_codes(handle, 1);
    check(sqlite3_busy_timeout(handle, 1000 * use_.patience));
    integer("PRAGMA schema_version"); // reads the head of the file: is it a database at all
}

void Database::check(int code) {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
    const std::string why = advice(code, use_);
    if (why.empty())
        throw UserError(fmt::format("{}: {} ({}); the file may be damaged or from another program", path_.string(),
                                    sqlite3_errmsg(handle_.get()), sqlite3_errstr(code)));
    throw UserError(fmt::format("{}: {} ({}", path_.string(), sqlite3_errmsg(handle_.get()), why));
}

Statement Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
    return {*this, statement};
}

void Database::run(const std::string& sql) {
    check(sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Database::integer(std::string_view sql) {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    database_->check(sqlite3_bind_int64(statement_.get(), parameter + 1, value));
    return *this;
}

Statement& Statement::bind(int parameter, double value) {
    database_->check(sqlite3_bind_double(statement_.get(), parameter + 1, value));
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view value) {
    database_->check(sqlite3_bind_text64(statement_.get(), parameter + 1, value.data(), value.size(), SQLITE_TRANSIENT,
                                         SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
    database_->check(
        sqlite3_bind_blob64(statement_.get(), parameter + 1, bytes.data(), bytes.size(), SQLITE_TRANSIENT));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    sqlite3_reset(statement_.get());
    database_->check(code);
    return false;
}

void Statement::run() {
    while (step()) {
    }
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    return text == nullptr
               ? std::string()
               : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::string Statement::blob(int column) const {
    const void* bytes = sqlite3_column_blob(statement_.get(), column); // before its size is asked for
    return bytes == nullptr ? std::string()
                            : std::string(static_cast<const char*>(bytes),
                                          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

Transaction::Transaction(Database& database) : database_(database) { database.run("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    if (!open_) return;
    try {
        database_.run("ROLLBACK");
    } catch (const UserError&) { // SQLite rolls back by itself what it could not write
    }
}

void Transaction::commit() {
    database_.run("COMMIT");
    open_ = false;
}

} // namespace assent
