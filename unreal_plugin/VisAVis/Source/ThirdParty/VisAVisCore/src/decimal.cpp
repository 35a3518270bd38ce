#include "decimal.h"

#include <cmath>

namespace visavis {

// By hand rather than with strtod, which follows the locale, or from_chars, which some standard libraries lack for doubles.
// Exact for the up to 15 digits that files are written with.
bool ParseDecimal(std::string_view text, double* out) {
  size_t i = 0;
  const auto digit = [&] { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  const bool negative = i < text.size() && text[i] == '-';
  if (negative || (i < text.size() && text[i] == '+')) ++i;
  double mantissa = 0;
  int exponent = 0;
  int digits = 0;
  for (; digit(); ++i, ++digits) mantissa = mantissa * 10 + (text[i] - '0');
  if (i < text.size() && text[i] == '.') {
    for (++i; digit(); ++i, ++digits) {
      mantissa = mantissa * 10 + (text[i] - '0');
      --exponent;
    }
  }
  if (digits == 0) return false;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    const bool down = i < text.size() && text[i] == '-';
    if (down || (i < text.size() && text[i] == '+')) ++i;
    if (!digit()) return false;
    int written = 0;
    for (; digit(); ++i) written = written < 10000 ? written * 10 + (text[i] - '0') : written;
    exponent += down ? -written : written;
  }
  if (i != text.size()) return false;
  double value = 0;
  if (mantissa != 0) {
    value = exponent < 0 ? mantissa / std::pow(10.0, -exponent) : mantissa * std::pow(10.0, exponent);
  }
  if (!std::isfinite(value)) return false;
  *out = negative ? -value : value;
  return true;
}

}  // namespace visavis
