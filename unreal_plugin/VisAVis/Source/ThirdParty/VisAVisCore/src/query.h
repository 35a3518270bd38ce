// One question to the service: asked on a thread of its own, the answer is polled.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "wire.h"

namespace visavis {

class Query {
 public:
  // `decode` reads the answer on the query's thread; false when it cannot be read.
  using Decode = std::function<bool(const uint8_t* bytes, size_t size)>;
  Query(std::unique_ptr<Wire> wire, const char* method, std::string request, double timeout_s, Decode decode);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  bool done() const { return done_.load(); }
  // Valid once done.
  int status() const { return status_; }
  const std::string& text() const { return text_; }

 private:
  void Run();

  const std::unique_ptr<Wire> wire_;
  const std::string method_;
  const std::string request_;
  const double timeout_s_;
  const Decode decode_;
  int status_ = kUnknown;
  std::string text_;
  std::atomic<bool> cancelled_{false};
  std::atomic<bool> done_{false};
  std::thread worker_;
};

// One unary call from beginning to end; returns when it is answered, cancelled or out of time.
struct UnaryResult {
  int status = kUnknown;
  std::string text;
};
UnaryResult CallUnary(Wire* wire, const char* method, const std::string& request, double timeout_s,
                      const std::atomic<bool>& cancelled, const Query::Decode& decode);

}  // namespace visavis
