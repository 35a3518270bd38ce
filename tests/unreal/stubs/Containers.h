#pragma once

#include "CoreTypes.h"

template <typename T>
class TArray {
 public:
  TArray() = default;
  TArray(std::initializer_list<T> values) : items_(values) {}

  int32 Num() const { return static_cast<int32>(items_.size()); }
  bool IsEmpty() const { return items_.empty(); }
  bool IsValidIndex(int32 i) const { return i >= 0 && i < Num(); }
  T* GetData() { return items_.data(); }
  const T* GetData() const { return items_.data(); }
  T& operator[](int32 i) { check(IsValidIndex(i)); return items_[static_cast<std::size_t>(i)]; }
  const T& operator[](int32 i) const { check(IsValidIndex(i)); return items_[static_cast<std::size_t>(i)]; }
  T& Last() { return items_.back(); }
  const T& Last() const { return items_.back(); }
  int32 Add(const T& value) { items_.push_back(value); return Num() - 1; }
  int32 Add(T&& value) { items_.push_back(static_cast<T&&>(value)); return Num() - 1; }
  T& AddDefaulted_GetRef() { return items_.emplace_back(); }
  void Append(const T* values, int32 count) { items_.insert(items_.end(), values, values + count); }
  void Append(const TArray& other) { items_.insert(items_.end(), other.items_.begin(), other.items_.end()); }
  void Reserve(int32 count) { items_.reserve(static_cast<std::size_t>(count)); }
  void Reset(int32 capacity = 0) { items_.clear(); items_.reserve(static_cast<std::size_t>(capacity)); }
  void Empty() { items_.clear(); items_.shrink_to_fit(); }
  void SetNumZeroed(int32 count) { items_.resize(static_cast<std::size_t>(count), T()); }
  void SetNumUninitialized(int32 count) { items_.resize(static_cast<std::size_t>(count)); }
  template <typename Key> int32 IndexOfByKey(const Key& key) const {
    for (int32 i = 0; i < Num(); ++i) if (items_[static_cast<std::size_t>(i)] == key) return i;
    return -1;
  }
  template <typename Key> bool Contains(const Key& key) const { return IndexOfByKey(key) >= 0; }
  auto begin() { return items_.begin(); }
  auto end() { return items_.end(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }
  bool operator==(const TArray& other) const { return items_ == other.items_; }

 private:
  std::vector<T> items_;
};

template <typename K, typename V>
struct TPair {
  K Key;
  V Value;
};

template <typename K, typename V>
class TMap {
 public:
  V& Add(const K& key, const V& value) {
    if (V* found = Find(key)) return *found = value;
    items_.push_back({key, value});
    return items_.back().Value;
  }
  V* Find(const K& key) {
    for (auto& item : items_) if (item.Key == key) return &item.Value;
    return nullptr;
  }
  const V* Find(const K& key) const { return const_cast<TMap*>(this)->Find(key); }
  void Empty() { items_.clear(); }
  int32 Num() const { return static_cast<int32>(items_.size()); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }

 private:
  std::vector<TPair<K, V>> items_;
};

template <typename T>
class TOptional {
 public:
  TOptional() = default;
  TOptional(const T& value) : value_(value) {}
  bool IsSet() const { return value_.has_value(); }
  const T& GetValue() const { check(IsSet()); return *value_; }
  const T& Get(const T& otherwise) const { return value_ ? *value_ : otherwise; }
  void Reset() { value_.reset(); }

 private:
  std::optional<T> value_;
};

template <typename T> using TFunction = std::function<T>;
template <typename T> class TUniquePtr : public std::unique_ptr<T> {
 public:
  using std::unique_ptr<T>::unique_ptr;
  TUniquePtr(std::unique_ptr<T>&& other) : std::unique_ptr<T>(std::move(other)) {}
  bool IsValid() const { return this->get() != nullptr; }
};
template <typename T, typename... A> TUniquePtr<T> MakeUnique(A&&... a) { return TUniquePtr<T>(new T(std::forward<A>(a)...)); }

enum class ESPMode { NotThreadSafe, ThreadSafe };
template <typename T, ESPMode Mode = ESPMode::ThreadSafe> class TSharedRef;
template <typename T, ESPMode Mode = ESPMode::ThreadSafe> class TWeakPtr;

template <typename T, ESPMode Mode = ESPMode::ThreadSafe>
class TSharedPtr {
 public:
  TSharedPtr() = default;
  TSharedPtr(std::nullptr_t) {}
  explicit TSharedPtr(T* raw) : it(raw) {}
  TSharedPtr(std::shared_ptr<T> from) : it(std::move(from)) {}
  template <typename U, typename = std::enable_if_t<std::is_convertible_v<U*, T*>>> TSharedPtr(const TSharedPtr<U>& other) : it(other.it) {}
  template <typename U, typename = std::enable_if_t<std::is_convertible_v<U*, T*>>> TSharedPtr(const TSharedRef<U>& other) : it(other.it) {}
  bool IsValid() const { return it != nullptr; }
  explicit operator bool() const { return IsValid(); }
  T* Get() const { return it.get(); }
  T* operator->() const { check(IsValid()); return it.get(); }
  T& operator*() const { check(IsValid()); return *it; }
  void Reset() { it.reset(); }
  TSharedRef<T> ToSharedRef() const;
  bool operator==(const TSharedPtr& other) const { return it == other.it; }
  std::shared_ptr<T> it;
};

template <typename T, ESPMode Mode>
class TSharedRef {
 public:
  explicit TSharedRef(T* raw) : it(raw) { check(raw != nullptr); }
  TSharedRef(std::shared_ptr<T> from) : it(std::move(from)) { check(it != nullptr); }
  template <typename U, typename = std::enable_if_t<std::is_convertible_v<U*, T*>>> TSharedRef(const TSharedRef<U>& other) : it(other.it) {}
  T& Get() const { return *it; }
  T* operator->() const { return it.get(); }
  T& operator*() const { return *it; }
  std::shared_ptr<T> it;
};
template <typename T, ESPMode M> TSharedRef<T> TSharedPtr<T, M>::ToSharedRef() const { return TSharedRef<T>(it); }
template <typename T, typename... A> TSharedRef<T> MakeShared(A&&... a) { return TSharedRef<T>(std::make_shared<T>(std::forward<A>(a)...)); }

template <typename T, ESPMode Mode>
class TWeakPtr {
 public:
  TWeakPtr() = default;
  TWeakPtr(const TSharedPtr<T>& from) : it(from.it) {}
  TWeakPtr(const TSharedRef<T>& from) : it(from.it) {}
  TSharedPtr<T> Pin() const { return TSharedPtr<T>(it.lock()); }
  bool IsValid() const { return !it.expired(); }
  void Reset() { it.reset(); }
  std::weak_ptr<T> it;
};

template <typename T>
class TSharedFromThis : public std::enable_shared_from_this<T> {
 public:
  TSharedRef<T> AsShared() { return TSharedRef<T>(this->shared_from_this()); }
};
