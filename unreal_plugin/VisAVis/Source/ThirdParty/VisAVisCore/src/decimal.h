// Numbers in text, the same whatever the user's locale.
#pragma once

#include <string_view>

namespace visavis {

// "-12.5e-3": optional sign, digits, fraction, exponent; nothing before or after. False otherwise, or when it is not finite.
bool ParseDecimal(std::string_view text, double* out);

}  // namespace visavis
