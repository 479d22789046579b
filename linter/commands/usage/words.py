"""The words of help pages that are not those of a command."""

from linter.catalogue.language import Lang

WORDS = {
    "usage": {Lang.ZH: "用法：", Lang.EN: "Usage: "},
    "options": {Lang.ZH: "选项", Lang.EN: "Options"},
    "arguments": {Lang.ZH: "参数", Lang.EN: "Arguments"},
    "commands": {Lang.ZH: "命令", Lang.EN: "Commands"},
    "[options]": {Lang.ZH: "[选项]", Lang.EN: "[OPTIONS]"},
    "command": {Lang.ZH: "命令 [参数]…", Lang.EN: "COMMAND [ARGS]…"},
    "choices": {Lang.ZH: "可选：{}", Lang.EN: "one of: {}"},
    "default": {Lang.ZH: "默认：{}", Lang.EN: "default: {}"},
    "variable": {Lang.ZH: "环境变量：{}", Lang.EN: "environment variable: {}"},
    "several": {Lang.ZH: "可写多次", Lang.EN: "may be repeated"},
    "required": {Lang.ZH: "必写", Lang.EN: "required"},
    "help": {Lang.ZH: "显示这页说明。", Lang.EN: "Show this page."},
    "colon": {Lang.ZH: "：", Lang.EN: ":"},
    "more": {Lang.ZH: "（{}）", Lang.EN: " [{}]"},
    "and": {Lang.ZH: "；", Lang.EN: "; "},
    "comma": {Lang.ZH: "、", Lang.EN: ", "},
}
# What stands for the value of an option, by the name of its type.
VALUES = {
    "path": {Lang.ZH: "文件", Lang.EN: "FILE"},
    "choice": {Lang.ZH: "值", Lang.EN: "VALUE"},
    "integer": {Lang.ZH: "整数", Lang.EN: "NUMBER"},
    "integer range": {Lang.ZH: "整数", Lang.EN: "NUMBER"},
    "float": {Lang.ZH: "数", Lang.EN: "NUMBER"},
    "text": {Lang.ZH: "文字", Lang.EN: "TEXT"},
    "str": {Lang.ZH: "文字", Lang.EN: "TEXT"},
}
# What arguments are called, by the name of their parameter.
ARGUMENTS = {
    "paths": {Lang.ZH: "草稿", Lang.EN: "DRAFT"},
    "path": {Lang.ZH: "草稿", Lang.EN: "DRAFT"},
    "draft": {Lang.ZH: "草稿", Lang.EN: "DRAFT"},
    "old": {Lang.ZH: "原稿", Lang.EN: "OLD"},
    "new": {Lang.ZH: "修改稿", Lang.EN: "NEW"},
    "local": {Lang.ZH: "本级规划", Lang.EN: "LOCAL"},
    "ledger": {Lang.ZH: "台账", Lang.EN: "LEDGER"},
    "rule": {Lang.ZH: "规则", Lang.EN: "RULE"},
    "folder": {Lang.ZH: "文件夹", Lang.EN: "FOLDER"},
    "pack": {Lang.ZH: "规则包", Lang.EN: "PACK"},
}
