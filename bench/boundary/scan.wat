;; The least that a reader of a string could do in wasm, to measure others by: once over the bytes that `encodeInto` put
;; into the memory, counting tokens: runs of digits, of other ASCII, and of all else.
(module
  (memory (export "memory") 1)
  (func (export "scan") (param $at i32) (param $end i32) (result i32)
    (local $byte i32) (local $kind i32) (local $last i32) (local $tokens i32)
    (local.set $last (i32.const -1))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $byte (i32.load8_u (local.get $at)))
        (local.set $kind
          (i32.add
            (i32.lt_u (i32.sub (local.get $byte) (i32.const 48)) (i32.const 10))
            (i32.shl (i32.ge_u (local.get $byte) (i32.const 128)) (i32.const 1))))
        (local.set $tokens (i32.add (local.get $tokens) (i32.ne (local.get $kind) (local.get $last))))
        (local.set $last (local.get $kind))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next)))
    (local.get $tokens)))
