# Completion of iqos-emulator for bash:  source <(iqos-emulator completion bash)
_iqos_emulator() {
    local line="${COMP_LINE#* }"
    local word
    COMPREPLY=()
    while IFS= read -r word; do
        COMPREPLY+=("$(printf '%q' "$word")")
    done < <(iqos-emulator "[suggest:$((COMP_POINT - ${#COMP_LINE} + ${#line}))]" "$line" 2>/dev/null | grep -v -e '^/' -e '^-[?h]$' | sort -u)
}
complete -o default -F _iqos_emulator iqos-emulator
