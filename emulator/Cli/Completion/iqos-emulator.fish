# Completion of iqos-emulator for fish:  iqos-emulator completion fish | source
function __iqos_emulator_complete
    set -l line (string replace -r '^\S+\s?' '' -- (commandline -cp))
    iqos-emulator "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | grep -v -e '^/' -e '^-[?h]$' | sort -u
end
complete -c iqos-emulator -f -a '(__iqos_emulator_complete)'
