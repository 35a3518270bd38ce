// Damages bytes as networks and disks do, the same way in every run.
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace visavis {

class Mutator {
 public:
  explicit Mutator(uint32_t seed) : random_(seed) {}

  // One to four faults: a bit, a byte, a piece lost, doubled or moved, a length made huge.
  std::string Mutate(std::string bytes) {
    for (uint32_t faults = 1 + random_() % 4; faults > 0 && !bytes.empty(); --faults) {
      const size_t at = random_() % bytes.size();
      const size_t length = 1 + random_() % 16;
      switch (random_() % 6) {
        case 0: bytes[at] = static_cast<char>(bytes[at] ^ (1 << random_() % 8)); break;
        case 1: bytes[at] = static_cast<char>(random_()); break;
        case 2: bytes.erase(at, length); break;
        case 3: bytes.insert(random_() % bytes.size(), bytes.substr(at, length)); break;
        case 4: bytes.resize(at); break;
        default: bytes[at] = static_cast<char>(0xff); break;
      }
    }
    return bytes;
  }

 private:
  std::minstd_rand random_;
};

}  // namespace visavis
