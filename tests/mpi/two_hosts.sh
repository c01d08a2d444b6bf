#!/bin/bash
# two_hosts.sh RANKS COMMAND...: runs an MPI job of 1 + RANKS ranks over two hosts, which are two network namespaces of this
# machine with a wire between them: rank 0 on host-a, the rest on host-b, each host with a name of its own. Nothing leaves
# the two. Last line on stderr: bytes that went over the wire. Exit code 77, and why, where the machine does not allow it.
set -eu
ranks=$1
shift
name=assent-$$ folder=$(mktemp -d)

clean_up() {
    local side process
    for side in a b; do
        for process in $(ip netns pids "$name-$side" 2>/dev/null); do kill -9 "$process" 2>/dev/null || true; done
        ip netns del "$name-$side" 2>/dev/null || true
    done
    rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

skip() {
    echo "SKIPPED: $1" >&2
    exit 77
}

for tool in ip unshare hostname; do
    command -v $tool >/dev/null || skip "there is no command $tool (Debian packages iproute2, util-linux, hostname)"
done
reason=$(ip netns add "$name-a" 2>&1) || skip "no network namespace can be made here (${reason:-no reason given}); it needs root with CAP_SYS_ADMIN and CAP_NET_ADMIN"
ip netns add "$name-b"
reason=$(ip -n "$name-a" link add wire type veth peer name wire netns "$name-b" 2>&1) ||
    skip "no wire can be laid between two network namespaces here ($reason)"
reason=$(ip netns exec "$name-b" unshare --uts hostname host-b 2>&1) || skip "no host can have a name of its own here ($reason)"
number=0
for side in a b; do
    ip -n "$name-$side" address add 10.213.7.$((++number))/30 dev wire
    ip -n "$name-$side" link set lo up
    ip -n "$name-$side" link set wire up
done

# What mpirun calls in the place of ssh: HOST COMMAND...
cat >"$folder/agent" <<END
#!/bin/bash
shift
exec ip netns exec $name-b unshare --uts bash -c "hostname host-b; \$*"
END
chmod +x "$folder/agent"

status=0
ip netns exec "$name-a" unshare --uts bash -c 'hostname host-a; exec "$@"' - \
    mpirun --allow-run-as-root --host "10.213.7.1:1,10.213.7.2:$ranks" --mca plm_rsh_agent "$folder/agent" \
    --mca oob_tcp_if_include wire --mca btl tcp,self --mca btl_tcp_if_include wire "$@" || status=$?
echo "$(ip netns exec "$name-a" cat /sys/class/net/wire/statistics/rx_bytes) bytes came over the wire" >&2
exit $status
