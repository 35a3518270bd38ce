// The wire on gRPC C++. The only file that includes gRPC.
#include <grpcpp/alarm.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

#include <algorithm>
#include <mutex>
#include <vector>

#include "wire.h"

namespace visavis {
namespace {

// What comes back from the completion queue.
enum Tag : intptr_t { kStarted = 1, kWriteDone, kReadDone, kFinished, kWoken };

void* ToTag(Tag tag) { return reinterpret_cast<void*>(static_cast<intptr_t>(tag)); }

std::shared_ptr<grpc::ChannelCredentials> Credentials(const Endpoint& endpoint) {
  if (!endpoint.use_tls) return grpc::InsecureChannelCredentials();
  grpc::SslCredentialsOptions options;
  options.pem_root_certs = endpoint.root_certificates;
  options.pem_cert_chain = endpoint.client_certificate;
  options.pem_private_key = endpoint.client_key;
  return grpc::SslCredentials(options);
}

// The state of one call. gRPC owns pointers into it until every tag came back, so it outlives an impatient wire.
struct Call {
  grpc::ClientContext context;
  std::unique_ptr<grpc::GenericClientAsyncReaderWriter> stream;
  grpc::ByteBuffer incoming;
  grpc::Status status;
  bool started = false;
  bool cancelled = false;
  bool finishing = false;
  bool write_pending = false;
  bool read_pending = false;
};

class GrpcWire final : public Wire {
 public:
  explicit GrpcWire(const Endpoint& endpoint) : token_(endpoint.token) {
    grpc::ChannelArguments arguments;
    arguments.SetMaxReceiveMessageSize(16 << 20);
    // The conversation has its own, faster pace of reconnecting.
    arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 100);
    arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 100);
    arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 2000);
    // Channels of one process do not share sockets: a broken one must not keep another from connecting anew.
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    if (!endpoint.server_name.empty()) arguments.SetSslTargetNameOverride(endpoint.server_name);
    channel_ = grpc::CreateCustomChannel(endpoint.address, Credentials(endpoint), arguments);
    stub_ = std::make_unique<grpc::GenericStub>(channel_);
  }

  ~GrpcWire() override {
    {
      std::lock_guard<std::mutex> lock(alarm_mutex_);
      alarm_.reset();
    }
    Cancel();
    // A cancelled call returns its tags at once; this never waits for the network.
    while (call_) Turn(std::chrono::steady_clock::now() + std::chrono::seconds(1), nullptr);
    queue_.Shutdown();
    void* tag = nullptr;
    bool ok = false;
    while (queue_.Next(&tag, &ok)) {
    }
  }

  void Open(const char* method, double deadline_s) override {
    call_ = std::make_unique<Call>();
    if (deadline_s > 0) {
      call_->context.set_deadline(std::chrono::system_clock::now() +
                                  std::chrono::microseconds(static_cast<int64_t>(deadline_s * 1e6)));
    }
    if (!token_.empty()) call_->context.AddMetadata("authorization", "Bearer " + token_);
    wanted_write_ = Wanted::kNothing;
    wants_read_ = false;
    call_->stream = stub_->PrepareCall(&call_->context, method, &queue_);
    call_->stream->StartCall(ToTag(kStarted));
  }

  void Write(const uint8_t* data, size_t size) override {
    grpc::Slice slice(data, size);
    outgoing_ = grpc::ByteBuffer(&slice, 1);
    wanted_write_ = Wanted::kMessage;
    Pump();
  }

  void HalfClose() override {
    wanted_write_ = Wanted::kHalfClose;
    Pump();
  }

  void Receive() override {
    wants_read_ = true;
    Pump();
  }

  void Cancel() override {
    if (!call_) return;
    call_->cancelled = true;
    call_->context.TryCancel();
    Finish();
  }

  WireEvent Wait(SteadyTime until) override {
    WireEvent event;
    for (;;) {
      if (!Turn(until, &event)) return event;
      if (event.kind != WireEvent::kNothing || woken_) break;
    }
    woken_ = false;
    return event;
  }

  void Wake() override {
    std::lock_guard<std::mutex> lock(alarm_mutex_);
    if (!alarm_ || alarm_set_) return;
    alarm_set_ = true;
    alarm_->Set(&queue_, gpr_time_0(GPR_CLOCK_MONOTONIC), ToTag(kWoken));
  }

 private:
  enum class Wanted { kNothing, kMessage, kHalfClose };

  // Starts what was asked for and can begin.
  void Pump() {
    if (!call_ || !call_->started || call_->finishing) return;
    if (wanted_write_ != Wanted::kNothing && !call_->write_pending) {
      call_->write_pending = true;
      if (wanted_write_ == Wanted::kMessage) {
        call_->stream->Write(outgoing_, ToTag(kWriteDone));
      } else {
        call_->stream->WritesDone(ToTag(kWriteDone));
      }
      wanted_write_ = Wanted::kNothing;
    }
    if (wants_read_ && !call_->read_pending) {
      wants_read_ = false;
      call_->read_pending = true;
      call_->stream->Read(&call_->incoming, ToTag(kReadDone));
    }
  }

  void Finish() {
    if (!call_ || !call_->started || call_->finishing) return;
    call_->finishing = true;
    call_->stream->Finish(&call_->status, ToTag(kFinished));
  }

  // Takes one tag off the queue; false when `until` came first. `event` may be null while tearing down.
  bool Turn(SteadyTime until, WireEvent* event) {
    void* raw = nullptr;
    bool ok = false;
    const auto left = until - std::chrono::steady_clock::now();
    const auto deadline = gpr_time_add(
        gpr_now(GPR_CLOCK_MONOTONIC),
        gpr_time_from_micros(
            std::max<int64_t>(0, std::chrono::duration_cast<std::chrono::microseconds>(left).count()), GPR_TIMESPAN));
    if (queue_.AsyncNext(&raw, &ok, deadline) != grpc::CompletionQueue::GOT_EVENT) return false;
    switch (static_cast<Tag>(reinterpret_cast<intptr_t>(raw))) {
      case kWoken: {
        std::lock_guard<std::mutex> lock(alarm_mutex_);
        if (alarm_) alarm_ = std::make_unique<grpc::Alarm>();
        alarm_set_ = false;
        woken_ = true;
        break;
      }
      case kStarted:
        call_->started = true;
        if (ok && !call_->cancelled) {
          Pump();
        } else {
          Finish();
        }
        break;
      case kWriteDone:
        call_->write_pending = false;
        if (!ok) {
          Finish();
        } else if (event != nullptr && !call_->finishing) {
          event->kind = WireEvent::kWritten;
        }
        break;
      case kReadDone:
        call_->read_pending = false;
        if (!ok) {
          Finish();
        } else if (event != nullptr && !call_->finishing) {
          event->kind = WireEvent::kMessage;
          Expose(event);
        }
        break;
      case kFinished:
        call_->finishing = false;
        closed_status_ = static_cast<int>(call_->status.error_code());
        closed_text_ = call_->status.error_message();
        closed_ = true;
        break;
    }
    // A call is over once its last tag is back.
    if (closed_ && call_ && !call_->write_pending && !call_->read_pending) {
      closed_ = false;
      call_.reset();
      if (event != nullptr) {
        event->kind = WireEvent::kClosed;
        event->status = closed_status_;
        event->text = closed_text_;
      }
    }
    return true;
  }

  // Shows the message's bytes: in place when they are one piece, else gathered into a buffer that is kept.
  void Expose(WireEvent* event) {
    if (call_->incoming.TrySingleSlice(&single_).ok()) {
      event->data = single_.begin();
      event->size = single_.size();
      return;
    }
    std::vector<grpc::Slice> slices;
    gathered_.clear();
    if (call_->incoming.Dump(&slices).ok()) {
      for (const grpc::Slice& slice : slices) {
        gathered_.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
      }
    }
    event->data = reinterpret_cast<const uint8_t*>(gathered_.data());
    event->size = gathered_.size();
  }

  const std::string token_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<grpc::GenericStub> stub_;
  grpc::CompletionQueue queue_;
  std::unique_ptr<Call> call_;
  grpc::ByteBuffer outgoing_;
  grpc::Slice single_;
  std::string gathered_;
  Wanted wanted_write_ = Wanted::kNothing;
  bool wants_read_ = false;
  bool closed_ = false;
  int closed_status_ = 0;
  std::string closed_text_;
  bool woken_ = false;  // only seen by the waiting thread
  std::mutex alarm_mutex_;
  std::unique_ptr<grpc::Alarm> alarm_ = std::make_unique<grpc::Alarm>();
  bool alarm_set_ = false;
};

}  // namespace

std::unique_ptr<Wire> MakeWire(const Endpoint& endpoint) { return std::make_unique<GrpcWire>(endpoint); }

std::string WireName() { return "gRPC C++ " + grpc::Version(); }

}  // namespace visavis
