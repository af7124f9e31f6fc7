#!/bin/sh
# Requests per second of a server's /livez beside nginx answering the same bytes from its
# configuration, in interleaved rounds on the same machine.
#
#   livez.sh URL             a server that runs, as http://127.0.0.1:8000/livez
#   livez.sh URL COMMAND...  starts COMMAND first, and stops it at the end
#
# ROUNDS (3), SECONDS_EACH (4), CONNECTIONS (64), WRK_THREADS (1) and WORKERS (2) may be set in the
# environment, and AT_LEAST to a ratio below which the script fails. Needs nginx, wrk and curl.
set -eu

url=${1:?usage: livez.sh URL [COMMAND...]}
shift
rounds=${ROUNDS:-3}
seconds=${SECONDS_EACH:-4}
connections=${CONNECTIONS:-64}
threads=${WRK_THREADS:-1}
workers=${WORKERS:-2}

folder=$(mktemp -d)
server=
cleanup() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    [ ! -s "$folder/nginx.pid" ] || kill "$(cat "$folder/nginx.pid")" 2>/dev/null || true
    rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

answers() { curl -fsS -o "$folder/body" -D "$folder/head" --max-time 2 "$1" 2>"$folder/curl"; }

wait_for() {
    tries=0
    until answers "$1"; do
        tries=$((tries + 1))
        [ "$tries" -lt 100 ] || { echo "no answer from $1: $(cat "$folder/curl")" >&2; exit 1; }
        sleep 0.1
    done
}

if [ $# -gt 0 ]; then
    "$@" >"$folder/server.log" 2>&1 &
    server=$!
fi
wait_for "$url"

# nginx sends a Server field, and a Connection field unless told otherwise; with the server's other
# fields added, both send nearly the same number of bytes.
port=$((20000 + $$ % 20000))
body=$(cat "$folder/body" | sed "s/[\\\\']/\\\\&/g; s/\\\$/\${dollar}/g")
type=$(sed -n 's/^[Cc]ontent-[Tt]ype: *\([^;\r]*\).*/\1/p' "$folder/head")
extra=$(tr -d '\r' <"$folder/head" | sed -n '2,$p' | grep ':' |
    grep -viE '^(date|content-type|content-length|connection|server):' |
    sed 's/\([^:]*\): *\(.*\)/add_header \1 "\2" always;/' || true)
cat >"$folder/nginx.conf" <<CONF
worker_processes $workers;
pid $folder/nginx.pid;
error_log $folder/error.log;
events { worker_connections 2048; }
http {
    access_log off;
    keepalive_requests 1000000000;
    server_tokens off;
    client_body_temp_path $folder/1; proxy_temp_path $folder/2; fastcgi_temp_path $folder/3;
    uwsgi_temp_path $folder/4; scgi_temp_path $folder/5;
    geo \$dollar { default "\$"; }
    server {
        listen 127.0.0.1:$port reuseport;
        location /livez {
            default_type ${type:-text/plain};
            $extra
            return 200 '$body';
        }
    }
}
CONF
nginx -c "$folder/nginx.conf" -p "$folder" -e "$folder/error.log"
wait_for "http://127.0.0.1:$port/livez"

rate() {
    wrk -t"$threads" -c"$connections" -d"${seconds}s" "$1" >"$folder/wrk"
    if grep -qE 'Socket errors|Non-2xx' "$folder/wrk"; then cat "$folder/wrk" >&2; exit 1; fi
    sed -n 's/^Requests\/sec: *//p' "$folder/wrk"
}

round=1
while [ "$round" -le "$rounds" ]; do
    # Whoever goes second may find the machine warmer, so they take turns at it.
    if [ $((round % 2)) -eq 1 ]; then
        ours=$(rate "$url")
        theirs=$(rate "http://127.0.0.1:$port/livez")
    else
        theirs=$(rate "http://127.0.0.1:$port/livez")
        ours=$(rate "$url")
    fi
    echo "$ours $theirs" | awk -v round="$round" \
        '{printf "round %d: ours %.0f/s, nginx %.0f/s, ratio %.3f\n", round, $1, $2, $1 / $2}'
    echo "$ours $theirs" | awk '{print $1 / $2}' >>"$folder/ratios"
    round=$((round + 1))
done
sort -n "$folder/ratios" | awk -v least="${AT_LEAST:-0}" '
    {ratio[NR] = $1}
    END {
        median = NR % 2 ? ratio[(NR + 1) / 2] : (ratio[NR / 2] + ratio[NR / 2 + 1]) / 2
        printf "median ratio %.3f\n", median
        exit median < least
    }'
