# Near misses of values, as generators/request/change-slot.ts makes them, and base64.
# change KIND TEXT: prints a near miss of a text.
change() {
  first=${2%"${2#?}"}
  last=${2#"${2%?}"}
  case $1 in
  truncated) case $2 in ??*) printf %s "${2%?}" ;; *) printf %s "$2x" ;; esac ;;
  padded) printf %s "$2x" ;;
  blank-appended) printf '%s ' "$2" ;;
  unsigned)
    case $2 in
    e*.*.*) part=${2#*.}; printf %s "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.${part%%.*}." ;;
    *) change first-character-changed "$2" ;;
    esac
    ;;
  case-swapped) swap_case "$2" ;;
  identifier-case-swapped)
    case $2 in
    *[!0-9A-Fa-f-]*) swap_case "$2" ;;
    *) change first-character-changed "$2" ;;
    esac
    ;;
  first-character-changed)
    case $first in
    [0-8a-eA-E]) printf "\\$(printf %03o $(($(printf %d "'$first") + 1)))" ;;
    a) printf b ;;
    *) printf a ;;
    esac
    printf %s "${2#?}"
    ;;
  last-character-changed)
    printf %s "${2%?}"
    case $last in [A-Za-f]) printf w ;; *) printf A ;; esac
    ;;
  esac
}

swap_case() {
  case $1 in *[A-Za-z]*) ;; *) change last-character-changed "$1"; return ;; esac
  rest=$1
  while [ -n "$rest" ]; do
    character=${rest%"${rest#?}"} rest=${rest#?}
    case $character in
    [A-Za-z]) printf "\\$(printf %03o $(($(printf %d "'$character") ^ 32)))" ;;
    *) printf %s "$character" ;;
    esac
  done
}

# base64_of TEXT: prints it in base64.
base64_of() {
  rest=$1
  while [ -n "$rest" ]; do
    bits=0 count=0
    while [ "$count" -lt 3 ]; do
      character=${rest%"${rest#?}"} rest=${rest#?}
      [ -z "$character" ] || bits=$((bits | ($(printf %d "'$character") & 255) << (16 - 8 * count))) filled=$count
      count=$((count + 1))
    done
    for place in 0 1 2 3; do
      digit=$((bits >> (18 - 6 * place) & 63))
      if [ "$place" -gt $((filled + 1)) ]; then printf =
      elif [ $digit -lt 26 ]; then printf "\\$(printf %03o $((digit + 65)))"
      elif [ $digit -lt 52 ]; then printf "\\$(printf %03o $((digit + 71)))"
      elif [ $digit -lt 62 ]; then printf %d $((digit - 52))
      elif [ $digit -eq 62 ]; then printf +
      else printf /
      fi
    done
  done
}
