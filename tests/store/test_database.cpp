// The database behind the stores: errors in words, all or nothing.
#include "model/user_error.hpp"
#include "store/database.hpp"
#include "worlds/shell.hpp"

#include <doctest/doctest.h>

namespace assent {

TEST_CASE("what a transaction did not commit was never done") {
    const worlds::Scratch scratch;
    Database database(scratch / "a.db", Database::Mode::create);
    database.run("CREATE TABLE t (x)");
    {
        Transaction transaction(database);
        database.prepare("INSERT INTO t VALUES (?)").bind(0, std::int64_t{1}).run();
    }
    CHECK(database.integer("SELECT count(*) FROM t") == 0);
    {
        Transaction transaction(database);
        database.prepare("INSERT INTO t VALUES (?)").bind(0, 0.1).run();
        transaction.commit();
    }
    Statement read = database.prepare("SELECT x, 'text' FROM t");
    REQUIRE(read.step());
    CHECK(read.real(0) == 0.1);
    CHECK(read.text(1) == "text");
    CHECK_FALSE(read.step());
}

TEST_CASE("a full disk is said to be full, and what was stored is kept") {
    const worlds::Scratch scratch;
    Database database(scratch / "a.db", Database::Mode::create);
    database.run("CREATE TABLE t (x)");
    database.run("INSERT INTO t VALUES ('first')");
    database.run("PRAGMA max_page_count = 4"); // SQLite reports both in the same way
    try {
        Transaction transaction(database);
        for (int i = 0; i < 100; ++i)
            database.prepare("INSERT INTO t VALUES (?)").bind(0, std::string(1000, 'x')).run();
        FAIL("a hundred thousand letters do not fit");
    } catch (const UserError& error) {
        CHECK(std::string(error.what()).find("free some space and give the same command again") != std::string::npos);
    }
    CHECK(database.integer("SELECT count(*) FROM t") == 1);
}

TEST_CASE("a file that is missing, or in no folder, or no database, is named") {
    const worlds::Scratch scratch;
    CHECK_THROWS_WITH_AS(Database(scratch / "none.db", Database::Mode::read),
                         doctest::Contains("there is no such file"), UserError);
    CHECK_THROWS_WITH_AS(Database(scratch / "no/folder.db", Database::Mode::create),
                         doctest::Contains("check that the folder exists"), UserError);
    std::ofstream(scratch / "text.db") << std::string(2000, 'x');
    CHECK_THROWS_WITH_AS(Database(scratch / "text.db", Database::Mode::write), doctest::Contains("is no database"),
                         UserError);
}

TEST_CASE("another database is attached for reading only, whatever its name") {
    const worlds::Scratch scratch;
    const std::string other = scratch / "100%?#.db";
    Database(other, Database::Mode::create)
        .run("PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (7)");
    Database database(scratch / "a.db", Database::Mode::create);
    database.attach(other, "other");
    CHECK(database.integer("SELECT x FROM other.t") == 7);
    CHECK_THROWS_AS(database.run("INSERT INTO other.t VALUES (8)"), UserError);
    database.run("CREATE TABLE own (x); INSERT INTO own SELECT * FROM other.t; DETACH other");
    CHECK(database.integer("SELECT x FROM own") == 7);
    std::ofstream(scratch / "text.db") << std::string(2000, 'x');
    CHECK_THROWS_WITH_AS(database.attach(scratch / "text.db", "other"), doctest::Contains("is no database"), UserError);
}

} // namespace assent
