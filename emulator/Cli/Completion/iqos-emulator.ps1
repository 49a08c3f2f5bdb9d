# Completion of iqos-emulator for PowerShell:  iqos-emulator completion pwsh | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName iqos-emulator -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $all = $commandAst.ToString()
    $name = $commandAst.CommandElements[0].Extent.Text.Length + 1
    $line = if ($all.Length -gt $name) { $all.Substring($name) } else { '' }
    $point = [Math]::Max(0, $cursorPosition - $name)
    iqos-emulator "[suggest:$point]" $line.PadRight($point) 2>$null |
        Where-Object { $_ -notmatch '^/|^-[?h]$' } | Sort-Object -Unique | ForEach-Object {
            $text = if ($_ -match '\s') { "'$_'" } else { $_ }
            [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
        }
}
