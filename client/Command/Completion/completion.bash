# aggregation completion bash > ~/.local/share/bash-completion/completions/aggregation
_aggregation_complete() {
    local IFS=$'\n'
    COMPREPLY=($(aggregation "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null | grep -F -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _aggregation_complete aggregation
