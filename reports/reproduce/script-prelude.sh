# What all scripts share: POSIX sh with curl and no other tool. JSON is taken apart by parameter expansion, since a
# shell knows nothing of it. All text is taken as bytes.
set -u
LC_ALL=C
export LC_ALL
nl='
'
cr=$(printf '\r')
blanks=$(printf ' \t\r\n.')
blanks=${blanks%.}
# What may follow a number or a word in JSON.
ends="],:}$blanks"
# A backslash and a quotation mark, in a pattern.
special='\\"'
address=${1:-${PRISM_TARGET:-}}
username=${PRISM_USERNAME:-}
password=${PRISM_PASSWORD:-}
# Tells the clients of this execution from all others.
mark=$(printf '%010d' "$$")
created=
shown=
came=
bytes=

# Ends the script, because the case could not be shown.
stop() {
  printf '%s\n' "$1" >&2
  exit 2
}

[ -n "$address" ] || stop 'give the address of the target as an argument, or set PRISM_TARGET'
[ -n "$username" ] || stop 'set PRISM_USERNAME'
[ -n "${PRISM_PASSWORD+set}" ] || stop 'set PRISM_PASSWORD'
command -v curl > /dev/null || stop 'curl is not installed'
case $address in
http://?* | https://?*) ;;
*) stop "$address: expected an address such as https://pc.example:9440" ;;
esac
host=${address#*://}
case $host in
*/?*) base=/${host#*/} base=${base%/} ;;
esac
url=${address%%://*}://${host%%/*}/

fetch() {
  [ -z "${PRISM_CA:-}" ] || set -- --cacert "$PRISM_CA" "$@"
  [ "${PRISM_INSECURE:-}" != true ] || set -- -k "$@"
  set -- -q -sS -i --http1.1 --max-time 10 "$@"
  if [ -n "$bytes" ]; then printf "$bytes" | curl "$@" --data-binary @-; else curl "$@"; fi
}

# send STEP METHOD PATH [OPTION OF CURL…]: sets $status (none if no whole answer came), $headers and $body.
send() {
  step=$1 method=$2 path=$3
  shift 3
  case $method in
  HEAD) set -- --head "$@" ;;
  *) set -- -X "$method" "$@" ;;
  esac
  answer=$(fetch "$@" --request-target "$base$path" "$url" && printf .)
  case $? in
  0) ;;
  5 | 6 | 7 | 35 | 60 | 77) stop "$step: the target cannot be reached" ;;
  *)
    status=none headers= body=
    printf '%s: no whole answer\n' "$step"
    return
    ;;
  esac
  answer=${answer%.}
  status=${answer#* }
  status=${status%%[!0-9]*}
  headers=${answer%%"$cr$nl$cr$nl"*}
  body=${answer#*"$cr$nl$cr$nl"}
  printf '%s: %s\n' "$step" "$status"
}

# Takes the JSON value at the beginning of $rest: $value is its text without blanks, $rest what follows it.
take_value() {
  skip_blanks
  value=
  case $rest in
  '"'*) take_string ;;
  [[{]*) take_nested ;;
  *)
    value=${rest%%[$ends]*}
    rest=${rest#"$value"}
    ;;
  esac
  [ -n "$value" ]
}

skip_blanks() {
  rest=${rest#"${rest%%[!$blanks]*}"}
}

# Appends the string at the beginning of $rest to $value.
take_string() {
  value=$value'"' rest=${rest#?}
  while :; do
    part=${rest%%[$special]*}
    value=$value$part rest=${rest#"$part"}
    case $rest in
    '"'*)
      value=$value'"' rest=${rest#?}
      return
      ;;
    ??*)
      part=${rest%"${rest#??}"}
      value=$value$part rest=${rest#??}
      ;;
    *) return ;;
    esac
  done
}

# Takes the object or array at the beginning of $rest.
take_nested() {
  depth=0
  while [ -n "$rest" ]; do
    skip_blanks
    case $rest in
    '"'*)
      take_string
      continue
      ;;
    [[{]*) depth=$((depth + 1)) ;;
    []}]*) depth=$((depth - 1)) ;;
    esac
    value=$value${rest%"${rest#?}"} rest=${rest#?}
    [ "$depth" -gt 0 ] || return 0
  done
}

# json_at [NAME…]: sets $value to the JSON text at this place of $body; fails if there is none.
json_at() {
  rest=$body
  take_value || return 1
  for name; do
    rest=$value
    case $rest in
    '{'*) find_member "$name" || return 1 ;;
    '['*) find_item "$name" || return 1 ;;
    *) return 1 ;;
    esac
  done
}

find_member() {
  rest=${rest#?}
  while take_value; do
    key=$value
    skip_blanks
    rest=${rest#:}
    take_value || return 1
    [ "$key" != "\"$1\"" ] || return 0
    skip_blanks
    rest=${rest#,}
  done
  return 1
}

find_item() {
  rest=${rest#?} index=$1
  while take_value; do
    [ "$index" != 0 ] || return 0
    index=$((index - 1))
    skip_blanks
    rest=${rest#,}
  done
  return 1
}

# Sets $value to the text of the JSON string in it.
plain_text() {
  case $value in '"'*) ;; *) value= ;; esac
  value=${value#?}
  value=${value%?}
  while :; do
    case $value in
    *'\/'*) value=${value%%"\/"*}/${value#*"\/"} ;;
    *) return ;;
    esac
  done
}

# header PATTERN: sets $values to all values of the header of this name, one a line; fails if there is none.
header() {
  values= found=1 lines=$headers$nl
  while [ -n "$lines" ]; do
    line=${lines%%"$nl"*}
    lines=${lines#*"$nl"}
    line=${line%"$cr"}
    case $line in
    $1:*)
      line=${line#*:}
      values=$values${line#"${line%%[! ]*}"}$nl found=0
      ;;
    esac
  done
  return $found
}

# parameter NAME: sets $value to this parameter of the URI in $values; fails if there is none.
parameter() {
  case $values in *[?#\&]"$1="*) ;; *) return 1 ;; esac
  value=${values%%"$nl"*}
  case $value in
  *"?$1="*) value=${value#*"?$1="} ;;
  *"&$1="*) value=${value#*"&$1="} ;;
  *) value=${value#*"#$1="} ;;
  esac
  value=${value%%[&#]*}
  decode
}

# Decodes the percent-encoded text in $value.
decode() {
  rest=$value value=
  while :; do
    part=${rest%%[%+]*}
    value=$value$part rest=${rest#"$part"}
    case $rest in
    %??*)
      part=${rest#?}
      part=${part%"${part#??}"}
      value=$value$(printf "\\$(printf %03o "0x$part")") rest=${rest#???}
      ;;
    +*) value="$value " rest=${rest#?} ;;
    *) return ;;
    esac
  done
}

# percent TEXT: prints it percent-encoded.
percent() {
  rest=$1
  while [ -n "$rest" ]; do
    character=${rest%"${rest#?}"} rest=${rest#?}
    case $character in
    [A-Za-z0-9._~-]) printf %s "$character" ;;
    *)
      code=$(printf %d "'$character")
      printf '%%%02X' $((code & 255))
      ;;
    esac
  done
}

# Whether the answer redirects with an error, which is a refusal like a 4xx.
tells_error() {
  case $status in 3??) ;; *) return 1 ;; esac
  header '[Ll][Oo][Cc][Aa][Tt][Ii][Oo][Nn]' || return 1
  case $values in *[?#\&]error=[!\&#]* | */errors"$nl" | */error"$nl") return 0 ;; *) return 1 ;; esac
}

# Notes what shows the violation.
shows() {
  shown=yes came=$1
}

# Says whether the violation shows, and ends the script.
conclude() {
  printf 'at %s: expected %s\n' "$place" "$expected"
  if [ -n "$shown" ]; then
    printf 'the violation shows: %s\n' "$came"
    exit 1
  fi
  printf 'the violation does not show\n'
  exit 0
}

# A step gives nothing for those after it.
lost() {
  [ -z "$shown" ] || conclude
  stop "$1"
}

# Removes what was created. A client without the mark of this execution is somebody else's, and is left alone.
tidy() {
  bytes=
  while [ -n "$created" ]; do
    id=${created%%"$nl"*}
    created=${created#*"$nl"}
    target=$base/oauth/client/$(percent "$id")
    case $(fetch -u "$username:$password" --request-target "$target" "$url" 2> /dev/null) in
    *"$mark"*) fetch -u "$username:$password" -X DELETE --request-target "$target" "$url" > /dev/null ;;
    HTTP/1.1\ 404*) ;;
    *) printf 'not removed, since it does not look like ours: %s\n' "$id" ;;
    esac
  done
}
trap tidy EXIT
trap 'exit 130' INT TERM

# Remembers the client that the answer names.
remember() {
  case $status in 2??) ;; *) return ;; esac
  if json_at client_id; then
    plain_text
    created=$created$value$nl
  fi
}
