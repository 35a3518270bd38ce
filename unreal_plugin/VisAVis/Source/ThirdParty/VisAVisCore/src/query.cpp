#include "query.h"

#include <algorithm>

namespace visavis {

UnaryResult CallUnary(Wire* wire, const char* method, const std::string& request, double timeout_s,
                      const std::atomic<bool>& cancelled, const Query::Decode& decode) {
  using Clock = std::chrono::steady_clock;
  const SteadyTime until = Clock::now() + std::chrono::microseconds(static_cast<int64_t>(timeout_s * 1e6));
  bool half_closed = false;
  bool cancelling = false;
  bool answered = false;
  bool readable = false;
  wire->Open(method, timeout_s);
  wire->Write(reinterpret_cast<const uint8_t*>(request.data()), request.size());
  wire->Receive();
  for (;;) {
    if (!cancelling && (cancelled.load() || Clock::now() >= until)) {
      cancelling = true;
      wire->Cancel();
    }
    const WireEvent event = wire->Wait(cancelling ? Clock::now() + std::chrono::seconds(1) : until);
    if (event.kind == WireEvent::kWritten && !half_closed) {
      half_closed = true;
      wire->HalfClose();
    } else if (event.kind == WireEvent::kMessage) {
      answered = true;
      readable = decode(event.data, event.size);
      wire->Receive();
    } else if (event.kind == WireEvent::kClosed) {
      if (cancelling && !cancelled.load()) return {kDeadlineExceeded, "no answer in time"};
      if (event.status != kOk) return {event.status, event.text};
      if (!answered || !readable) return {kInternal, "the service's answer cannot be read"};
      return {kOk, ""};
    }
  }
}

Query::Query(std::unique_ptr<Wire> wire, const char* method, std::string request, double timeout_s, Decode decode)
    : wire_(std::move(wire)),
      method_(method),
      request_(std::move(request)),
      timeout_s_(timeout_s),
      decode_(std::move(decode)),
      worker_([this] { Run(); }) {}

Query::~Query() {
  cancelled_.store(true);
  wire_->Wake();
  worker_.join();
}

void Query::Run() {
  const UnaryResult result = CallUnary(wire_.get(), method_.c_str(), request_, timeout_s_, cancelled_, decode_);
  status_ = result.status;
  text_ = result.text;
  done_.store(true);
}

}  // namespace visavis
