# aggregation completion zsh > "${fpath[1]}/_aggregation", or: source <(aggregation completion zsh)
_aggregation() {
    local -a completions
    completions=("${(@f)$(aggregation "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
    compadd -a completions
    _files
}
compdef _aggregation aggregation
