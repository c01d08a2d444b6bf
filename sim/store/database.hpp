#pragma once
// SQLite behind one header: database.cpp alone includes it.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace assent {

/// One SQL statement, prepared once and run many times. Parameters and columns count from 0.
class Statement {
  public:
    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::string_view value);
    Statement& bind_blob(int parameter, std::string_view bytes);
    /// The next row; false: there is none, and the statement may be run again.
    bool step();
    /// For statements that give no rows.
    void run();
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::string blob(int column) const;

  private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    Statement(class Database& database, sqlite3_stmt* statement) : database_(&database), statement_(statement) {}
    class Database* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// What a database is for: how long another program is waited for, and what its messages tell people to do.
struct DatabaseUse {
    int patience = 0;          ///< seconds that another program is waited for
    std::string_view good_one; ///< "name …": which file would do
    std::string_view anew;     ///< "name another file …": what begins again with one
};
/// A sweep runs for hours and waits for its neighbours.
inline constexpr DatabaseUse sweep_use{60, "a file that assent sweep wrote, or another one for a new sweep",
                                       "and sweep anew"};

/// A database file. Every member throws UserError with file, reason and remedy: a full disk, a file that is no database or
/// is damaged, a folder that cannot be written, another program that holds the file for longer than one has patience.
class Database {
  public:
    enum class Mode : std::uint8_t {
        create, ///< made when it does not exist
        write,  ///< must exist
        read,   ///< must exist and is not changed
    };
    Database(const std::filesystem::path& path, Mode mode, const DatabaseUse& use = sweep_use);

    /// Makes another database readable as `name`; it is not changed.
    void attach(const std::filesystem::path& path, std::string_view name);
    Statement prepare(std::string_view sql);
    /// One or several statements without parameters.
    void run(const std::string& sql);
    /// First column of the first row of a statement without parameters.
    std::int64_t integer(std::string_view sql);
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    friend class Statement;
    void open(const std::string& name, int flags);
    void check(int code);
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::filesystem::path path_;
    DatabaseUse use_;
    std::unique_ptr<sqlite3, Close> handle_;
};

/// All or nothing: what is done until commit() is on the disk afterwards, or was never done.
class Transaction {
  public:
    explicit Transaction(Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

  private:
    Database& database_;
    bool open_ = true;
};

} // namespace assent
