#pragma once
// Numbers as people read them: thin spaces between thousands, a proper minus, the sign of the currency. Without locale.
#include <cstdint>
#include <string>

namespace assent {

/// A share as "62 %"; with decimals "61.8 %". Spaces do not break.
std::string percent(double share, int decimals = 0);

/// A difference of shares in points: "+5.1", "−0.3" (a real minus sign).
std::string points(double difference, int decimals = 1);

/// "12 345": thousands set apart by a narrow space that does not break.
std::string grouped(std::int64_t number);

/// Fixed decimals, thousands set apart, a real minus sign.
std::string decimal(double number, int decimals);

/// "41 200 USD", "412.5 M ₮": from ten million on in millions or billions, four digits.
std::string money(double amount, const std::string& currency);

/// Sign or code of a currency: "₮" for MNT, "€" for EUR, else the code itself.
std::string currency_sign(const std::string& code);

} // namespace assent
