# Completion of iqos-emulator for zsh:  source <(iqos-emulator completion zsh)
_iqos_emulator() {
    local line="${BUFFER#* }"
    local -a found
    found=("${(@f)$(iqos-emulator "[suggest:$((CURSOR - ${#BUFFER} + ${#line}))]" "$line" 2>/dev/null | grep -v -e '^/' -e '^-[?h]$' | sort -u)}")
    compadd -a found
}
compdef _iqos_emulator iqos-emulator
