# aggregation completion fish > ~/.config/fish/completions/aggregation.fish
complete -c aggregation -a '(aggregation "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'
