;; The inner loops of a network, see network.ts. Assembled into kernel.ts by bench/syntax/assemble-kernel.ts.
;; Each network has a memory of its own; network.ts lays it out by the same addresses.
(module
  (import "env" "memory" (memory 1))
  (global $ATOMS i32 (i32.const 0))
  (global $SLOTS i32 (i32.const 512))
  (global $BEGINS i32 (i32.const 2560))
  (global $UNITS i32 (i32.const 4864))
  (global $SCORES i32 (i32.const 5376))
  (global $HIDDEN_BIAS i32 (i32.const 5888))
  (global $OUTPUT_BIAS i32 (i32.const 6400))
  ;; where the list of units above zero ends, and the list
  (global $ACTIVE i32 (i32.const 6912))
  (global $TEMPLATES i32 (i32.const 7440))
  (global $OUTPUT_WEIGHTS i32 (i32.const 16384))
  (global $TABLE i32 (i32.const 65536))
  (global $ROWS i32 (i32.const 327680))

  ;; Hashes the atoms of each template to a slot; returns how many there are. Templates lie in four groups, of one to four atoms: the number of
  ;; templates, and for each four of them their seeds and the addresses of their first atoms, their second atoms and so on.
  (func $hash (export "hash") (result i32)
    (local $at i32) (local $slot i32) (local $bytes i32) (local $left i32) (local $end i32) (local $hash v128)
    (local.set $at (global.get $TEMPLATES))
    (local.set $slot (global.get $SLOTS))
    (local.set $bytes (i32.const 16))
    (loop $group
      (local.set $left (i32.load (local.get $at)))
      (local.set $end (i32.add (local.get $slot) (i32.shl (local.get $left) (i32.const 2))))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (block $done
        (br_if $done (i32.eqz (local.get $left)))
        (loop $four
          (local.set $hash (v128.load (local.get $at)))
          (local.set $left (i32.add (local.get $at) (local.get $bytes)))
          (loop $atom
            (local.set $at (i32.add (local.get $at) (i32.const 16)))
            (local.set $hash
              (i32x4.mul
                (v128.xor (local.get $hash)
                  (v128.load32_lane 3 (i32.load offset=12 (local.get $at))
                    (v128.load32_lane 2 (i32.load offset=8 (local.get $at))
                      (v128.load32_lane 1 (i32.load offset=4 (local.get $at))
                        (v128.load32_zero (i32.load offset=0 (local.get $at)))))))
                (i32x4.splat (i32.const 0x85ebca6b))))
            (local.set $hash (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 15))))
            (br_if $atom (i32.lt_u (local.get $at) (local.get $left))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (v128.store (local.get $slot)
            (i32x4.shr_u (i32x4.mul (local.get $hash) (i32x4.splat (i32.const 0xc2b2ae35))) (i32.const 12)))
          (local.set $slot (i32.add (local.get $slot) (i32.const 16)))
          (br_if $four (i32.lt_u (local.get $slot) (local.get $end)))))
      ;; what stands behind the last template of a group is overwritten by the next group
      (local.set $slot (local.get $end))
      (local.set $bytes (i32.add (local.get $bytes) (i32.const 16)))
      (br_if $group (i32.le_u (local.get $bytes) (i32.const 64))))
    (i32.shr_u (i32.sub (local.get $slot) (global.get $SLOTS)) (i32.const 2)))

  ;; Writes the addresses of the rows of the first `count` slots to BEGINS; returns where they end. Rows of `hidden` bytes.
  (func $find (param $count i32) (param $hidden i32) (result i32)
    (local $slot i32) (local $end i32) (local $begin i32) (local $entry i32) (local $bits i32)
    (local.set $slot (global.get $SLOTS))
    (local.set $end (i32.add (local.get $slot) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $begin (global.get $BEGINS))
    (block $found
      (br_if $found (i32.eqz (local.get $count)))
      (loop $next
        (local.set $entry
          (i32.add (global.get $TABLE) (i32.shl (i32.shr_u (i32.load (local.get $slot)) (i32.const 5)) (i32.const 3))))
        (local.set $bits (i32.load offset=0 (local.get $entry)))
        (i32.store (local.get $begin)
          (i32.add (global.get $ROWS)
            (i32.mul (local.get $hidden)
              (i32.add (i32.load offset=4 (local.get $entry))
                (i32.popcnt (i32.and (local.get $bits)
                  (i32.sub (i32.shl (i32.const 1) (i32.load (local.get $slot))) (i32.const 1))))))))
        (local.set $begin (i32.add (local.get $begin)
          (i32.shl (i32.and (i32.shr_u (local.get $bits) (i32.load (local.get $slot))) (i32.const 1)) (i32.const 2))))
        (local.set $slot (i32.add (local.get $slot) (i32.const 4)))
        (br_if $next (i32.lt_u (local.get $slot) (local.get $end)))))
    ;; the first row is empty: it fills the last group of four
    (i32.store offset=0 (local.get $begin) (global.get $ROWS))
    (i32.store offset=4 (local.get $begin) (global.get $ROWS))
    (i32.store offset=8 (local.get $begin) (global.get $ROWS))
    (local.get $begin))

  ;; Sums the rows of the first `count` slots into the units of the hidden layer, and cuts off what is negative. `hidden`, the number of units and of
  ;; bytes a row, is a multiple of 16.
  (func $sum (export "sum") (param $count i32) (param $hidden i32)
    (local $end i32) (local $unit i32) (local $at i32) (local $out i32) (local $active i32) (local $bits i32)
    (local $x v128) (local $a v128) (local $b v128)
    (local.set $end (call $find (local.get $count) (local.get $hidden)))
    (local.set $out (global.get $UNITS))
    (loop $units
      (local.set $a (i32x4.splat (i32.const 0)))
      (local.set $b (i32x4.splat (i32.const 0)))
      (local.set $at (global.get $BEGINS))
      (block $summed
        (br_if $summed (i32.ge_u (local.get $at) (local.get $end)))
        (loop $rows
          ;; four weights of at most 31 add up in a byte
          (local.set $x
            (i8x16.add
              (i8x16.add
                (v128.load (i32.add (local.get $unit) (i32.load offset=0 (local.get $at))))
                (v128.load (i32.add (local.get $unit) (i32.load offset=4 (local.get $at)))))
              (i8x16.add
                (v128.load (i32.add (local.get $unit) (i32.load offset=8 (local.get $at))))
                (v128.load (i32.add (local.get $unit) (i32.load offset=12 (local.get $at)))))))
          (local.set $a (i16x8.add (local.get $a) (i16x8.extend_low_i8x16_s (local.get $x))))
          (local.set $b (i16x8.add (local.get $b) (i16x8.extend_high_i8x16_s (local.get $x))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $rows (i32.lt_u (local.get $at) (local.get $end)))))
      (call $keep (local.get $out) (i32x4.extend_low_i16x8_s (local.get $a)))
      (call $keep (i32.add (local.get $out) (i32.const 16)) (i32x4.extend_high_i16x8_s (local.get $a)))
      (call $keep (i32.add (local.get $out) (i32.const 32)) (i32x4.extend_low_i16x8_s (local.get $b)))
      (call $keep (i32.add (local.get $out) (i32.const 48)) (i32x4.extend_high_i16x8_s (local.get $b)))
      (local.set $out (i32.add (local.get $out) (i32.const 64)))
      (local.set $unit (i32.add (local.get $unit) (i32.const 16)))
      (br_if $units (i32.lt_u (local.get $unit) (local.get $hidden))))
    ;; the list of units above zero, without a branch for each
    (local.set $active (i32.add (global.get $ACTIVE) (i32.const 4)))
    (local.set $unit (i32.const 0))
    (local.set $out (global.get $UNITS))
    (loop $list
      (i32.store (local.get $active) (local.get $unit))
      (local.set $active (i32.add (local.get $active)
        (i32.shl (i32.gt_s (i32.load (local.get $out)) (i32.const 0)) (i32.const 2))))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (local.set $unit (i32.add (local.get $unit) (i32.const 1)))
      (br_if $list (i32.lt_u (local.get $unit) (local.get $hidden))))
    (i32.store (global.get $ACTIVE) (local.get $active)))

  ;; Writes four units: their sums and biases, where these are above zero.
  (func $keep (param $out i32) (param $sums v128)
    (v128.store (local.get $out)
      (f32x4.max (f32x4.splat (f32.const 0))
        (f32x4.add (f32x4.convert_i32x4_s (local.get $sums))
          (v128.load (i32.add (local.get $out) (i32.sub (global.get $HIDDEN_BIAS) (global.get $UNITS))))))))

  ;; Scores outputs from `first` to `last`, exclusive, both in bytes, as weighted sums of the units above zero; `stride` is the number of bytes from
  ;; one unit's weights to the next. Sixteen outputs are computed at a time.
  (func $score (export "score") (param $first i32) (param $last i32) (param $stride i32)
    (local $at i32) (local $end i32) (local $weight i32) (local $value v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.load (global.get $ACTIVE)))
    (loop $outputs
      (local.set $weight (i32.add (global.get $OUTPUT_BIAS) (local.get $first)))
      (local.set $a (v128.load offset=0 (local.get $weight)))
      (local.set $b (v128.load offset=16 (local.get $weight)))
      (local.set $c (v128.load offset=32 (local.get $weight)))
      (local.set $d (v128.load offset=48 (local.get $weight)))
      (local.set $at (i32.add (global.get $ACTIVE) (i32.const 4)))
      (block $done
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (loop $units
          (local.set $weight (i32.load (local.get $at)))
          (local.set $value (v128.load32_splat
            (i32.add (global.get $UNITS) (i32.shl (local.get $weight) (i32.const 2)))))
          (local.set $weight (i32.add (i32.add (global.get $OUTPUT_WEIGHTS) (local.get $first))
            (i32.mul (local.get $weight) (local.get $stride))))
          (local.set $a (f32x4.add (local.get $a)
            (f32x4.mul (local.get $value) (v128.load offset=0 (local.get $weight)))))
          (local.set $b (f32x4.add (local.get $b)
            (f32x4.mul (local.get $value) (v128.load offset=16 (local.get $weight)))))
          (local.set $c (f32x4.add (local.get $c)
            (f32x4.mul (local.get $value) (v128.load offset=32 (local.get $weight)))))
          (local.set $d (f32x4.add (local.get $d)
            (f32x4.mul (local.get $value) (v128.load offset=48 (local.get $weight)))))
          (local.set $at (i32.add (local.get $at) (i32.const 4)))
          (br_if $units (i32.lt_u (local.get $at) (local.get $end)))))
      (local.set $weight (i32.add (global.get $SCORES) (local.get $first)))
      (v128.store offset=0 (local.get $weight) (local.get $a))
      (v128.store offset=16 (local.get $weight) (local.get $b))
      (v128.store offset=32 (local.get $weight) (local.get $c))
      (v128.store offset=48 (local.get $weight) (local.get $d))
      (local.set $first (i32.add (local.get $first) (i32.const 64)))
      (br_if $outputs (i32.lt_u (local.get $first) (local.get $last))))))
